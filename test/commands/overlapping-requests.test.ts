import fc from 'fast-check';
import t from 'tap';
import { delegationMutations } from '../../src/api/delegation/mutations.ts';
import { requestDelegation } from '../../src/commands/delegation.ts';
import { addMinutes } from '../../src/domain/calendar.ts';
import { uuidOf } from '../../src/domain/ids.ts';
import { Rejected } from '../../src/domain/rejected.ts';
import type { Caller } from '../../src/store/handle-command.ts';
import { perVisit } from '../domain/agreement/example-agreement.ts';
import { agreedNetwork } from '../processes/example-ground.ts';
import { openGround, plantAll } from '../support/process-specification.ts';

const [NETWORK, PARTNER, ASSIST, CLIENT] = ['network', 'partner', 'assist', 'client'].map((name) => uuidOf(name));
const of = { networkId: NETWORK ?? '', partnerOfficeId: PARTNER ?? '', clientId: CLIENT ?? '' };
const ground = agreedNetwork(
  of,
  [ASSIST ?? ''],
  perVisit({ prices: [{ service: 'PHYSICAL_CARE', minutesUpTo: 1440, yen: 4000 }] }),
);
const DAY = '2026-06-10T00:00:00.000Z';

const caller = (subject: string, commandId: string | null): Caller => ({
  actor: { subject, role: 'COORDINATOR', officeId: PARTNER ?? null },
  commandId,
  correlationId: 'request',
  causationId: null,
});
interface Span {
  readonly from: number;
  readonly minutes: number;
}
const input = (day: number, { from, minutes }: Span) => ({
  clientId: CLIENT ?? '',
  mode: 'DIRECT' as const,
  visits: [
    {
      service: 'PHYSICAL_CARE' as const,
      minutes,
      physicalMinutes: null,
      plannedVisitId: null,
      plannedStart: addMinutes(DAY, day * 24 * 60 + from),
      plannedEnd: addMinutes(DAY, day * 24 * 60 + from + minutes),
      caregiversRequired: 1,
      emergency: false,
      tasks: [],
    },
  ],
  rounds: [{ officeIds: [ASSIST ?? ''], windowMinutes: 60 }],
  note: null,
});

t.test('rules 3, 9: of requests made at once on one node, none that overlap are both made', async (t) => {
  const app = await openGround(t);
  await plantAll(app, ground);
  const span = fc.record({
    from: fc.integer({ min: 0, max: 20 }).map((n) => n * 30),
    minutes: fc.constantFrom(30, 60),
  });
  let day = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(span, { minLength: 2, maxLength: 4 }), async (spans) => {
      day += 1;
      const answers = await Promise.allSettled(
        spans.map((one, n) => requestDelegation(app, caller(`coordinator ${n}`, null), input(day, one))),
      );
      const made = spans.filter((_, n) => answers[n]?.status === 'fulfilled');
      refused += spans.length - made.length;
      for (const answer of answers) {
        if (
          answer.status === 'rejected' &&
          !(answer.reason instanceof Rejected && answer.reason.code === 'VISITS_OVERLAP')
        )
          throw answer.reason;
      }
      const overlap = (a: Span, b: Span): boolean => a.from < b.from + b.minutes && b.from < a.from + a.minutes;
      const isClear = made.every((one, n) => !made.slice(0, n).some((other) => overlap(one, other)));
      const isMostPossible = spans.every((one) => made.includes(one) || made.some((other) => overlap(one, other)));
      return isClear && isMostPossible;
    }),
    { numRuns: 40, seed: 3_9 },
  );
  t.not(refused, 0, 'some overlapped');
});

t.test('rules 3, 4: one request sent twice at once is one delegation, answered twice', async (t) => {
  const app = await openGround(t);
  await plantAll(app, ground);
  const twice = await Promise.all(
    [1, 2].map(() =>
      requestDelegation(app, caller('coordinator', uuidOf('command')), input(0, { from: 0, minutes: 60 })),
    ),
  );
  t.strictSame(twice[0], twice[1]);
});

t.test('rule 9: OVERLAPS is the process’s reason alone, never an office’s', async (t) => {
  const input = delegationMutations.withdrawVisits?.input;
  const withdrawal = { delegationId: uuidOf('delegation'), reason: 'CLIENT_REQUEST' };
  t.equal(input?.safeParse(withdrawal).success, true);
  t.equal(input?.safeParse({ ...withdrawal, reason: 'OVERLAPS' }).success, false);
});
