import type { Test } from 'tap';
import { cursorOf } from '../../src/api/paging.ts';
import { BEGINNING, notices } from '../support/notices.ts';
import type { StartSite } from '../support/site.ts';
import { buildSmallNetwork, momentAt, visitOn } from '../support/small-network.ts';

const DAY = '2026-06-01';
const AT = `${DAY}T10:00:00+09:00`;

const OFFERS =
  'subscription ($after: Cursor) { offers(after: $after) { cursor delegation { id } offer { office { id } status } } }';

const DELEGATIONS = `subscription ($id: ID!, $after: Cursor) {
  delegationChanges(networkId: $id, after: $after) { cursor delegation { id status } }
}`;
const TASKS = `subscription ($after: Cursor) {
  taskChanges(after: $after) { cursor closed task { kind dueAt delegation { id } terms { id } } }
}`;
/** From which every task is told. */
const FIRST_TASK = cursorOf([0, '', 0, 0]);

/** Notices over SSE. */
export const subscriptionCases = (t: Test, start: StartSite): void => {
  t.test(
    'offers: an office hears of its own being made, changed or closed, and resumes by cursor without loss or repeat',
    async (t) => {
      const node = await start(t);
      const { partner, assists, clientId, networkId } = await buildSmallNetwork(node, DAY);
      const [first, second] = assists;
      if (!first || !second) throw new Error('two assist offices');
      const moment = momentAt(node, AT);
      const ask = async (day: string): Promise<string> => {
        const rounds = [{ officeIds: [first.id, second.id] }];
        return (await moment.request(partner, { clientId, visits: [visitOn(day, 10)], rounds })).id;
      };
      const one = await ask('2026-06-02');
      await moment.accept(first, one);
      const heard = (await notices(node, second.subject, OFFERS, { after: BEGINNING }, 2)).map(
        ({ data }) => data.offers,
      );
      t.strictSame(
        heard.map(({ delegation, offer }) => [delegation.id, offer.office.id]),
        [
          [one, second.id],
          [one, second.id],
        ],
      );
      t.equal(heard[1].offer.status, 'NOT_SELECTED');
      const rest = notices(node, second.subject, OFFERS, { after: heard[0].cursor }, 2);
      const two = await ask('2026-06-03');
      const resumed = (await rest).map(({ data }) => data.offers);
      t.equal(resumed[0].cursor, heard[1].cursor);
      t.strictSame([resumed[1].delegation.id, resumed[1].offer.status], [two, 'OPEN']);

      const refused = await notices(node, partner.subject, OFFERS, {}, 1);
      t.strictSame(
        refused.map(({ errors }) => errors[0].extensions.code),
        ['FORBIDDEN'],
      );
      const LEDGER = `subscription ($id: ID!, $after: Cursor) {
          ledgerChanges(networkId: $id, after: $after) { cursor entry { status client { code } } }
        }`;
      const lines = (await notices(node, partner.subject, LEDGER, { id: networkId, after: BEGINNING }, 1)).map(
        ({ data }) => data.ledgerChanges.entry,
      );
      t.strictSame(lines, [{ status: 'SCHEDULED', client: { code: 'C-1' } }]);
    },
  );

  t.test(
    'contract, delegationChanges, taskChanges: from any cursor the rest comes, by event and by clock',
    async (t) => {
      const node = await start(t);
      const { partner, assists, clientId, networkId } = await buildSmallNetwork(node, DAY);
      const [first, second] = assists;
      if (!first || !second) throw new Error('two assist offices');
      const rounds = [{ officeIds: [first.id, second.id] }];
      const { id, visits } = await momentAt(node, AT).request(partner, {
        clientId,
        visits: [visitOn('2026-06-02', 10)],
        rounds,
      });
      await momentAt(node, AT).accept(first, id);
      const at = (time: string) => momentAt(node, `2026-06-02T${time}:00+09:00`);
      const asked = async (time: string) => at(time).ask(first, '{ viewer { tasks { totalCount } } }', {});
      await asked('10:16');
      await at('10:20').punch(first, 'startVisit', visits[0]?.visitId ?? '', 'MANUAL');
      await asked('11:00');

      /** All of a subscription, and what comes after each of its cursors. */
      const heard = async (name: string, query: string, subject: string, beginning: string, count: number) => {
        const from = async (after: string, most: number) =>
          (await notices(node, subject, query, { id: networkId, after }, most)).map(({ data }) => data[name]);
        const all = await from(beginning, count);
        const rests = await Promise.all(all.slice(0, -1).map(({ cursor }, n) => from(cursor, count - n - 1)));
        t.strictSame(
          rests,
          all.slice(0, -1).map((_notice, n) => all.slice(n + 1)),
          `${name}: the same from each cursor`,
        );
        t.equal(new Set(all.map(({ cursor }) => cursor)).size, count);
        return all;
      };
      const tasks = (await heard('taskChanges', TASKS, first.subject, FIRST_TASK, 9)).map(({ task, closed }) => [
        task.kind,
        task.delegation?.id ?? task.terms?.id.length,
        closed,
      ]);
      t.strictSame(tasks, [
        ['AGREE_TERMS', 36, false],
        ['AGREE_TERMS', 36, true],
        ['ANSWER_OFFER', id, false],
        ['ANSWER_OFFER', id, true],
        ['ASSIGN_CAREGIVER', id, false],
        ['ASSIGN_CAREGIVER', id, true],
        ['CHECK_ON_VISIT', id, false],
        ['CHECK_ON_VISIT', id, true],
        ['RECORD_VISIT', id, false],
      ]);
      const own = await heard('delegationChanges', DELEGATIONS, partner.subject, BEGINNING, 6);
      t.strictSame(
        own.map(({ delegation }) => delegation),
        Array.from({ length: 6 }, () => ({ id, status: 'COMPLETED' })),
        'requested, asked twice, accepted, allocated, not selected: as the delegation is now',
      );
      const refused = [
        await notices(node, second.subject, DELEGATIONS, { id: networkId }, 1),
        await notices(node, partner.subject, DELEGATIONS, { id: partner.id }, 1),
        await notices(node, partner.subject, TASKS, { after: BEGINNING }, 1),
        await notices(node, partner.subject, TASKS, { after: cursorOf([0, '9999', 0, 0]) }, 1),
      ];
      t.strictSame(
        refused.map(([notice]) => notice.errors[0].extensions.code),
        ['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'BAD_USER_INPUT'],
      );
    },
  );

  t.test('rule 47: a role taken away ends the open subscription', async (t) => {
    const node = await start(t);
    const { partner, assists, clientId } = await buildSmallNetwork(node, DAY, 1);
    const [assist] = assists;
    if (!assist) throw new Error('an assist office');
    const moment = momentAt(node, AT);
    await moment.send({ subject: 'admin' }, 'removeMember', { subject: assist.subject, reason: '退職' });
    await moment.coordinator(partner, assist.subject, '再');
    const open = notices(node, assist.subject, OFFERS, { after: BEGINNING }, 1);
    const rounds = [{ officeIds: [assist.id] }];
    await momentAt(node).request(partner, { clientId, mode: 'DIRECT', visits: [visitOn('2026-06-02', 10)], rounds });
    t.strictSame(
      (await open).map(({ errors }) => [errors?.[0].extensions.code, errors?.[0].message]),
      [
        [
          'FORBIDDEN',
          '今の役割ではこの操作や表示ができません。必要なときは、事業所の管理者か事務局に確かめてください。',
        ],
      ],
    );
  });
};
