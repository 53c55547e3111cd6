import t from 'tap';
import { MOST_IMPORTS } from '../../../src/domain/limits.ts';
import { plan } from '../../../src/domain/plan/decider.ts';
import { numberedPlan } from '../../../src/domain/plan/state.ts';
import { specify } from '../../support/specification.ts';
import { imported, importing, NEXT_OFFICE, OFFICE, PLAN, planned } from './example-plan.ts';

const NOW = '2026-05-25T01:00:00.000Z';
const other = { visits: [planned(), planned({ serviceCode: '111211' })], digest: 'second' };

specify(t, plan, NOW, [
  { name: 'happens: the plan of a month', given: [], when: importing(), then: [imported()] },
  {
    name: 'happens: another takes its place',
    given: [imported()],
    when: importing(other),
    then: [imported(other)],
  },
  { name: 'repeated: the same again', given: [imported()], when: importing(), then: [] },
  {
    name: 'repeated: also for an office that is partner no more',
    given: [imported()],
    when: importing({}, { officeIsPartner: false }),
    then: [],
  },
  {
    name: 'stale: a plan that came between: the later one stands, the same as before is imported anew',
    given: [imported(), imported(other)],
    when: importing(),
    then: [imported()],
  },
  {
    name: 'happens: in a month in which the client goes to another office, each has its own part',
    given: [imported()],
    when: importing({ partnerOfficeId: NEXT_OFFICE }),
    then: [imported({ partnerOfficeId: NEXT_OFFICE })],
  },
  {
    name: 'refused: an office that is no partner',
    given: [],
    when: importing({}, { officeIsPartner: false }),
    refused: 'OFFICE_NOT_PARTNER',
    path: ['partnerOfficeId'],
  },
  {
    name: 'refused: days on which the client is another office’s',
    given: [],
    when: importing({}, { clientGone: 'CLIENT_TRANSFERRED' }),
    refused: 'CLIENT_TRANSFERRED',
    path: ['clientId'],
  },
  {
    name: 'refused: days after the client has left',
    given: [],
    when: importing({}, { clientGone: 'CLIENT_LEFT' }),
    refused: 'CLIENT_LEFT',
    path: ['clientId'],
  },
  {
    name: 'refused, rule 49: more often than anybody needs',
    given: Array.from({ length: MOST_IMPORTS }, (_, n) => imported({ digest: `${n}` })),
    when: importing({ digest: 'more' }),
    refused: 'TOO_MANY_CHANGES',
    path: ['clientId'],
  },
]);

t.test('a planned visit keeps its id as long as the plan has it so, wherever it stands in the file', async (t) => {
  const ids = (...visits: Parameters<typeof planned>[0][]) =>
    numberedPlan(PLAN, OFFICE, visits.map(planned)).map(({ id }) => id);
  const [one, two] = ids({}, { serviceCode: '111211' });
  t.strictSame(ids({ serviceCode: '111211' }, {}), [one, two]);
  t.strictSame(ids({}), [one]);
  const alike = ids({}, {});
  t.strictSame(new Set([...alike, ...ids({ plannedEnd: '2026-06-01T01:25:00.000Z' })]).size, 3);
  t.not(numberedPlan(PLAN, NEXT_OFFICE, [planned()])[0]?.id, one, 'another office’s is another');
});
