import { addDays, addMinutes, type Day } from '../../src/domain/calendar.ts';
import { type Caregiver, type Delegation, type Moment, type Office, visitFrom } from '../network-builder.ts';
import { timeOn } from './days.ts';
import type { SetPartner } from './setting.ts';
import { outcomes, RESULTS } from './several.ts';
import type { Stage } from './stage.ts';
import { same } from './telling.ts';

const PLANNED = '18:00';
const MINUTES = 30;
const TASKS = ['MEAL_ASSISTANCE', 'MEDICATION'];
const RECORD = { tasks: TASKS.map((code) => ({ code, outcome: 'DONE' })), condition: '夕食は全量召し上がりました。' };

interface Ground {
  readonly stage: Stage;
  readonly partner: Office;
  /** Who has the evenings, and who takes over the one that is handed back. */
  readonly assist: Office;
  readonly other: Office;
  readonly caregiver: Caregiver;
  readonly takesOver: Caregiver;
  readonly delegation: Delegation;
  readonly first: Day;
}

/**
 * A client's evenings: nobody opens; nobody opens, and it turns out why; and one that the office
 * hands back while its caregiver, without a connection, is there.
 */
export const standAtTheDoor = (stage: Stage, of: SetPartner, from: Day): void => {
  const { timeline } = stage;
  const { networkId, partner, assists } = of;
  const [assist, other] = assists;
  if (!assist || !other) return;
  timeline.add(timeOn(addDays(from, 8), '11:20'), async (then) => {
    const clientId = await then.client(networkId, partner, doorClient, '個人情報使用同意書');
    const caregiver = await then.caregiver(assist, atTheDoor, `${assist.key}-door`);
    const takesOver = await then.caregiver(other, inPlace, `${other.key}-door`);
    const first = addDays(from, 11);
    const visits = [0, 1, 2].map((n) => ({
      ...visitFrom(timeOn(addDays(first, n), PLANNED), MINUTES),
      tasks: TASKS,
    }));
    const rounds = [assist, other].map(({ id }) => ({ officeIds: [id], windowMinutes: 240 }));
    const delegation = await then.request(partner, { clientId, visits, rounds });
    timeline.add(timeOn(addDays(from, 8), '13:10'), (then) => then.accept(assist, delegation.id));
    timeline.add(timeOn(addDays(from, 8), '13:30'), async (then) => {
      for (const { visitId } of delegation.visits) await then.assign(assist, visitId, caregiver);
    });
    const ground = { stage, partner, assist, other, caregiver, takesOver, delegation, first };
    nobodyOpens(ground);
    sentBack(ground);
    handedBackMeanwhile(ground);
  });
};

/** The n-th evening's visit, and a place in time so many minutes after its planned start. */
const evening = ({ stage: { timeline }, delegation, first }: Ground, n: number) => {
  const visitId = delegation.visits[n]?.visitId ?? '';
  const day = addDays(first, n);
  const at = (minutes: number, run: (then: Moment) => Promise<unknown>): void =>
    timeline.add(addMinutes(timeOn(day, PLANNED), minutes), run);
  return { visitId, day, at };
};

const cancelled = (visitId: string, then: Moment) => ({
  visitId,
  reason: 'CLIENT_ABSENT',
  at: then.at,
  method: 'GPS',
  note: '呼び鈴を三度鳴らしましたが、応答がありません。',
});

const nobodyOpens = (ground: Ground): void => {
  const { visitId, at } = evening(ground, 0);
  at(4, (then) => then.send(ground.caregiver, 'cancelVisitAtDoor', cancelled(visitId, then)));
};

/** The family says that the client was in the bath: the caregiver, who is still near, goes back. */
const sentBack = (ground: Ground): void => {
  const { partner, caregiver } = ground;
  const { timeline } = ground.stage;
  const { visitId, day, at } = evening(ground, 1);
  at(3, (then) => then.send(ground.caregiver, 'cancelVisitAtDoor', cancelled(visitId, then)));
  const reason = '入浴中で呼び鈴が聞こえなかったとのこと。再訪問をお願いします。';
  at(12, (then) => then.send(partner, 'returnVisitRecord', { visitId, reason }));
  at(20, (then) => then.punch(caregiver, 'startVisit', visitId));
  at(50, (then) => then.punch(caregiver, 'endVisit', visitId));
  at(54, (then) => then.record(caregiver, visitId, RECORD));
  timeline.add(timeOn(addDays(day, 1), '10:10'), (then) => then.verify(partner, visitId, '電話で確認しました。'));
};

const handedBackMeanwhile = (ground: Ground): void => {
  const { stage, partner, assist, other, caregiver, takesOver, delegation } = ground;
  const { visitId, day, at } = evening(ground, 2);
  const reason = '担当者と連絡が取れないため';
  at(-22, (then) => then.send(assist, 'releaseVisits', { delegationId: delegation.id, visitIds: [visitId], reason }));
  at(-16, (then) => then.accept(other, delegation.id));
  at(-14, (then) => then.assign(other, visitId, takesOver));
  at(1, (then) => then.punch(takesOver, 'startVisit', visitId));
  at(31, (then) => then.punch(takesOver, 'endVisit', visitId));
  at(35, (then) => then.record(takesOver, visitId, RECORD));
  // Who had been there since half past five kept it in the telephone until there was a connection.
  at(70, async (then) => {
    const kept = (minutes: number) => ({ visitId, at: addMinutes(timeOn(day, PLANNED), minutes), method: 'QR' });
    const record = {
      visitId,
      caregiverId: caregiver.id,
      tasks: [],
      condition: '配膳まで行い、次の方に引き継ぎました。',
    };
    const upload = { starts: [kept(-30)], ends: [kept(2)], records: [record] };
    const answered = outcomes((await then.send(caregiver, 'uploadVisits', upload, RESULTS)).results);
    same('the visit is another office\u2019s by now', new Set(answered), new Set(['VISITS_ALREADY_ALLOCATED']));
    const { visit } = await then.ask(partner, 'query ($id: ID!) { visit(id: $id) { history { type } } }', {
      id: visitId,
    });
    const types: readonly string[] = visit.history.map(({ type }: { type: string }) => type);
    const keptOf = types.filter((type) => ['LatePunchKept', 'VisitExceptionRaised'].includes(type));
    same('and it is kept all the same', keptOf.length, answered.length);
    stage.telling.tell(
      then.at ?? '',
      `返上後に届いた打刻と記録${answered.length}件: 他事業所の訪問のため不受理、履歴には残る（${keptOf.join('、')}）`,
      `uploadVisits after the visit was released: ${answered.length} parts answered ${answered[0]}, all of them kept`,
    );
  });
  const said = '両事業所に電話で確認。配膳までで交代とのこと。';
  stage.timeline.add(timeOn(addDays(day, 1), '10:40'), (then) => then.verify(partner, visitId, said));
};

const atTheDoor = { code: 'H22', name: '三浦 奈央', qualifications: ['PRACTITIONER'] };
const inPlace = { code: 'H23', name: '西村 大地', qualifications: ['INITIAL'] };
const doorClient = {
  code: 'OT-094',
  careLevel: 'CARE_2',
  area: '大田区架空町5丁目',
  personal: {
    name: '大場 ふみ',
    nameKana: 'オオバ フミ',
    birthDate: '1942-08-23',
    address: '東京都大田区架空町5-1-6',
    phone: '03-0000-0000',
  },
};
