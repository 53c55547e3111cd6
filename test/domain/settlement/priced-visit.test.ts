import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import { pricedVisit } from '../../../src/domain/settlement/closing.ts';
import { visit } from '../../../src/domain/visit/decider.ts';
import type { VisitEvent } from '../../../src/domain/visit/events.ts';
import { stateAfter } from '../../support/specification.ts';
import { cancelled, MADE, missed, PLANNED, recorded, verified } from '../visit/example-visit.ts';

const VISIT = uuidOf('visit');
const PRICED_BY = uuidOf('the event that priced it');
const after = (...history: VisitEvent[]) => pricedVisit(VISIT, stateAfter(visit, history), PRICED_BY);
const priced = {
  visitId: VISIT,
  kind: 'VISIT',
  date: '2026-06-02',
  serviceCode: '111211',
  units: 387,
  yenPerUnitHundredths: null,
  amountYen: 4500,
  taxClass: 'TAXABLE_10',
  termsVersion: 1,
  pricedBy: PRICED_BY,
};

t.test('rule 31: what a visit is on a statement', async (t) => {
  t.strictSame(after(...MADE, recorded(), verified()), priced, 'verified: its fee');
  t.strictSame(
    after(...PLANNED, cancelled(60, 50, 2250)),
    { ...priced, kind: 'CANCELLATION', units: null, amountYen: 2250 },
    'cancelled late: what the notice costs',
  );
  const free = { ...priced, kind: 'FREE', units: null, amountYen: 0 };
  t.strictSame(after(...PLANNED, cancelled(6000, 0, 0)), free, 'cancelled in time: nothing');
  t.strictSame(after(...PLANNED, missed()), free, 'missed: nothing');
  for (const [what, history] of Object.entries({ planned: PLANNED, 'not verified': [...MADE, recorded()], none: [] }))
    t.equal(after(...history), null, `${what}: not priced for good`);
});
