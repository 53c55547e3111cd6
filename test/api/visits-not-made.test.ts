import t from 'tap';
import { visitFrom } from '../../scripts/network-builder.ts';
import { startNode } from '../support/http-node.ts';
import { buildSmallNetwork, momentAt } from '../support/small-network.ts';

const at = (day: number, time: string) => `2026-06-${String(day).padStart(2, '0')}T${time}:00+09:00`;

t.test(
  'rules 9, 11, 22: what was not made, or has been moved, stands in nobody’s way and in nobody’s sight',
  async (t) => {
    const node = await startNode(t);
    const { partner, assists, clientId, networkId } = await buildSmallNetwork(node, '2026-06-01');
    const [first, second] = assists;
    if (!first || !second) throw new Error('two assist offices');
    const given = async (now: string, office: typeof first, ...starts: string[]) => {
      const visits = starts.map((start) => visitFrom(start, 60));
      const { id, visits: asked } = await momentAt(node, now).request(partner, {
        clientId,
        visits,
        rounds: [{ officeIds: [office.id] }],
      });
      await momentAt(node, now).accept(office, id);
      return { id, visitIds: asked.map(({ visitId }) => visitId) };
    };
    const refusals = async (as: { subject: string }, now: string, name: string, input: Record<string, unknown>) =>
      (await node.mutate(name, input, { as: as.subject, at: now })).userErrors;
    const request = (now: string, start: string) =>
      refusals(partner, now, 'requestDelegation', {
        clientId,
        mode: 'DIRECT',
        visits: [visitFrom(start, 45)],
        rounds: [{ officeIds: [second.id], windowMinutes: 10 }],
      });
    const days = [at(3, '10:00'), at(4, '10:00'), at(5, '10:00'), at(20, '10:00')];
    const { id, visitIds } = await given(at(2, '09:00'), first, ...days);
    const [missed, shut, early, moved] = visitIds;

    await t.test('rule 9: nobody came: somebody else may go at once', async (t) => {
      t.strictSame(await request(at(3, '10:05'), at(3, '10:40')), [
        { code: 'VISITS_OVERLAP', path: ['input', 'visits', '0', 'plannedStart'] },
      ]);
      const missing = { visitId: missed, reason: '来ない' };
      t.strictSame(await refusals(partner, at(3, '10:16'), 'reportMissedVisit', missing), []);
      t.strictSame(await request(at(3, '10:17'), at(3, '10:40')), []);
    });

    await t.test('rule 9: nobody came: the client’s end is not held up by it', async (t) => {
      const begin = momentAt(node, at(3, '10:20'));
      const details = { code: 'C-2', area: '架空町', personal: { name: '鶴 千代', address: '架空町3' } };
      const other = await begin.client(networkId, partner, details, '同意書');
      const rounds = [{ officeIds: [first.id] }];
      const asked = await begin.request(partner, { clientId: other, visits: [visitFrom(at(3, '12:00'))], rounds });
      await begin.accept(first, asked.id);
      const end = { clientId: other, leftOn: '2026-06-02', reason: 'OTHER' };
      t.strictSame(await refusals(partner, at(3, '12:10'), 'endClient', end), [
        { code: 'VISITS_STILL_DELEGATED', path: ['input', 'leftOn'] },
      ]);
      const missing = { visitId: asked.visits[0]?.visitId, reason: '来ない' };
      t.strictSame(await refusals(partner, at(3, '12:16'), 'reportMissedVisit', missing), []);
      t.strictSame(await refusals(partner, at(3, '12:17'), 'endClient', end), []);
    });

    await t.test('rule 9: nobody opened: later the same hour is free', async (t) => {
      const door = { visitId: shut, reason: 'CLIENT_ABSENT', at: at(4, '10:03') };
      t.strictSame(await refusals(first, at(4, '10:05'), 'cancelVisitAtDoor', door), []);
      t.strictSame(await request(at(4, '10:10'), at(4, '10:40')), []);
    });

    await t.test(
      'rule 22: returned from the door before its start, it waits for its record and is not moved',
      async (t) => {
        const door = { visitId: early, reason: 'CLIENT_ABSENT', at: at(5, '09:47') };
        t.strictSame(await refusals(first, at(5, '09:48'), 'cancelVisitAtDoor', door), []);
        const back = { visitId: early, reason: '間違い' };
        t.strictSame(await refusals(partner, at(5, '09:52'), 'returnVisitRecord', back), []);
        const later = { visitId: early, reason: '午後', plannedStart: at(5, '15:00'), plannedEnd: at(5, '16:00') };
        t.strictSame(await refusals(partner, at(5, '09:53'), 'proposeVisitChange', later), [
          { code: 'VISIT_STARTED', path: ['input', 'visitId'] },
        ]);
      },
    );

    await t.test('rule 11: who has handed a visit back is not told to when it has been moved since', async (t) => {
      const release = { delegationId: id, visitIds: [moved], reason: '欠勤' };
      t.strictSame(await refusals(first, at(6, '09:00'), 'releaseVisits', release), []);
      const again = { delegationId: id, rounds: [{ officeIds: [second.id] }] };
      t.strictSame(await refusals(partner, at(6, '09:10'), 'offerAgain', again), []);
      await momentAt(node, at(6, '09:20')).accept(second, id, { visitIds: [moved] });
      const plan = { visitId: moved, plannedStart: at(25, '18:00'), plannedEnd: at(25, '19:00'), reason: '通院' };
      const { visit } = await node.mutate(
        'proposeVisitChange',
        plan,
        { as: partner.subject, at: at(6, '09:30') },
        'visit { openChange { id } }',
      );
      const yes = { visitId: moved, changeId: visit.openChange.id, agree: true };
      t.strictSame(await refusals(second, at(6, '09:40'), 'answerVisitChange', yes), []);
      const seenBy = async (subject: string) => {
        const query = 'query ($id: ID!) { delegation(id: $id) { visits { visitId state plannedStart } } }';
        const { data } = await node.ask(query, { id }, { as: subject });
        return data.delegation.visits.find(({ visitId }: { visitId: string }) => visitId === moved);
      };
      const taken = { visitId: moved, state: 'TAKEN' };
      t.strictSame(await seenBy(first.subject), { ...taken, plannedStart: '2026-06-20T10:00:00.000+09:00' });
      for (const { subject } of [second, partner])
        t.strictSame(await seenBy(subject), { ...taken, plannedStart: '2026-06-25T18:00:00.000+09:00' });
    });
  },
);
