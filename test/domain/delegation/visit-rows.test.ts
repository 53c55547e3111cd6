import t from 'tap';
import { numberedVisits, type VisitRow } from '../../../src/domain/delegation/visit-rows.ts';
import { uuidOf, visitIdOf } from '../../../src/domain/ids.ts';
import { type Refusal, refusalOf } from '../../support/specification.ts';

const DELEGATION = uuidOf('delegation');
const row = (caregiversRequired: number): VisitRow => ({
  plannedVisitId: null,
  service: 'PHYSICAL_CARE',
  minutes: 45,
  physicalMinutes: null,
  plannedStart: '2026-06-02T01:00:00.000Z',
  plannedEnd: '2026-06-02T01:45:00.000Z',
  caregiversRequired,
  emergency: false,
  tasks: [],
});
const numbered = (rows: readonly VisitRow[]): unknown => {
  try {
    return numberedVisits(DELEGATION, rows);
  } catch (error) {
    return refusalOf(error);
  }
};

t.test(
  'rule 10: a row for two caregivers becomes two visits of the same times, each the pair of the other',
  async (t) => {
    const [first, second, third, fourth] = [0, 1, 2, 3].map((place) => visitIdOf(DELEGATION, place));
    t.strictSame(numbered([row(1), row(2), row(1)]), {
      visits: [
        { ...row(1), visitId: first, place: 0, pairedVisitId: null },
        { ...row(2), visitId: second, place: 1, pairedVisitId: third },
        { ...row(2), visitId: third, place: 2, pairedVisitId: second },
        { ...row(1), visitId: fourth, place: 3, pairedVisitId: null },
      ],
      rowOf: [0, 1, 1, 2],
    });
  },
);

t.test('a delegation holds 62 visits, two caregivers at once counted twice', async (t) => {
  const visits = numbered(Array.from({ length: 31 }, () => row(2))) as { visits: unknown[] };
  t.equal(visits.visits.length, 62);
  const tooMany: Refusal = { refused: 'TOO_MANY_VISITS', path: ['visits'] };
  t.strictSame(numbered([row(1), ...Array.from({ length: 31 }, () => row(2))]), tooMany);
});
