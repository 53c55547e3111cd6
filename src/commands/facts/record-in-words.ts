import { type Instant, inTokyo } from '../../domain/calendar.ts';
import type { Uuid } from '../../domain/ids.ts';
import { careTaskOf } from '../../domain/visit/care-tasks.ts';
import type { RecordContent } from '../../domain/visit/events.ts';

/** What a record says, its texts in clear. Times null: as punched. */
export interface RecordSaid extends Pick<RecordContent, 'tasks' | 'condition' | 'notes'> {
  readonly caregiverId: Uuid;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
}

const NOT_SAID = '記載なし';
const OUTCOMES = { DONE: '実施', DECLINED_BY_CLIENT: '利用者が辞退', NOT_NEEDED: '不要' } as const;

/** `6月2日 10:05`. */
const timeOf = (at: Instant): string => {
  const [, month, day, time] = /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(inTokyo(at)) ?? [];
  return `${Number(month)}月${Number(day)}日 ${time}`;
};

/** One line; null where the record that stands says the same. */
const line = (name: string, said: string | null, standing: string | null | undefined): string | null => {
  if (standing === undefined) return said === null ? null : `${name}：${said}`;
  return said === standing ? null : `${name}：${said ?? NOT_SAID}（記録済み：${standing ?? NOT_SAID}）`;
};

const quoted = (text: string | null): string | null => (text === null ? null : `「${text}」`);

/** By task: what became of it, and its notes. */
const tasksOf = ({ tasks }: RecordSaid, code: string): { readonly outcome: string | null; readonly note: string } => {
  const those = tasks.filter((task) => task.code === code);
  const outcome = those.length === 0 ? null : those.map((task) => OUTCOMES[task.outcome]).join('・');
  return { outcome, note: those.flatMap(({ note }) => note ?? []).join('／') };
};

const taskLines = (said: RecordSaid, standing: RecordSaid | null): (string | null)[] => {
  const codes = new Set([...said.tasks, ...(standing?.tasks ?? [])].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const { label } = careTaskOf(code, 'PHYSICAL_CARE');
    const [own, other] = [tasksOf(said, code), standing && tasksOf(standing, code)];
    return [
      line(label, own.outcome, other?.outcome),
      line(`${label}のメモ`, quoted(own.note || null), other ? quoted(other.note || null) : undefined),
    ];
  });
};

/**
 * What a record says that does not count, in Japanese words, for those who answer for it: where
 * another stands, all in which it differs (rule 23), else the whole of it (rule 22). Names nobody.
 */
export const recordInWords = (said: RecordSaid, standing: RecordSaid | null): string => {
  const time = (name: string, at: Instant | null, other: Instant | null | undefined): string | null =>
    at === null ? null : line(name, timeOf(at), other ? timeOf(other) : undefined);
  const lines = [
    standing !== null && said.caregiverId !== standing.caregiverId ? '訪問介護員：記録済みの人とは別の人' : null,
    time('開始', said.startedAt, standing?.startedAt),
    time('終了', said.endedAt, standing?.endedAt),
    ...taskLines(said, standing),
    line('心身の状況', quoted(said.condition), standing ? quoted(standing.condition) : undefined),
    line('特記事項', quoted(said.notes), standing ? quoted(standing.notes) : undefined),
  ].filter((one) => one !== null);
  return lines.length > 0 ? lines.join('\n') : '内容は記録済みのものと同じです。';
};
