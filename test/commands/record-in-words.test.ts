import t from 'tap';
import { type RecordSaid, recordInWords } from '../../src/commands/facts/record-in-words.ts';
import { uuidOf } from '../../src/domain/ids.ts';

const task = (code: string, outcome: RecordSaid['tasks'][number]['outcome'] = 'DONE', note: string | null = null) => ({
  code,
  outcome,
  note,
});
const said: RecordSaid = {
  caregiverId: uuidOf('caregiver'),
  startedAt: '2026-06-02T01:00:00.000Z',
  endedAt: '2026-06-02T01:45:00.000Z',
  tasks: [task('EXCRETION'), task('BATHING', 'DECLINED_BY_CLIENT', '寒いとのこと')],
  condition: 'お変わりなし',
  notes: null,
};
const differs = (change: Partial<RecordSaid>): string[] => recordInWords({ ...said, ...change }, said).split('\n');

t.test('rules 22, 23: what a second record says otherwise than the first, in words', async (t) => {
  t.strictSame(differs({}), ['内容は記録済みのものと同じです。']);
  t.strictSame(differs({ startedAt: null, endedAt: null }), ['内容は記録済みのものと同じです。'], 'as punched');
  t.strictSame(differs({ caregiverId: uuidOf('another') }), ['訪問介護員：記録済みの人とは別の人']);
  t.strictSame(differs({ startedAt: '2026-06-01T15:05:00.000Z' }), ['開始：6月2日 00:05（記録済み：6月2日 10:00）']);
  t.strictSame(differs({ endedAt: '2026-06-02T01:50:00.000Z' }), ['終了：6月2日 10:50（記録済み：6月2日 10:45）']);
  t.strictSame(differs({ tasks: [task('EXCRETION', 'NOT_NEEDED'), task('DRESSING')] }), [
    '排泄介助：不要（記録済み：実施）',
    '更衣介助：実施（記録済み：記載なし）',
    '入浴介助：記載なし（記録済み：利用者が辞退）',
    '入浴介助のメモ：記載なし（記録済み：「寒いとのこと」）',
  ]);
  t.strictSame(differs({ tasks: [...said.tasks].reverse() }), ['内容は記録済みのものと同じです。'], 'in another order');
  t.strictSame(differs({ condition: '微熱', notes: '次回は早めに' }), [
    '心身の状況：「微熱」（記録済み：「お変わりなし」）',
    '特記事項：「次回は早めに」（記録済み：記載なし）',
  ]);
});

t.test('rule 22: the whole of a record beside which none stands; names nobody', async (t) => {
  t.strictSame(recordInWords(said, null).split('\n'), [
    '開始：6月2日 10:00',
    '終了：6月2日 10:45',
    '排泄介助：実施',
    '入浴介助：利用者が辞退',
    '入浴介助のメモ：「寒いとのこと」',
    '心身の状況：「お変わりなし」',
  ]);
});
