import t from 'tap';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  approved,
  confirmed,
  deemed,
  JUNE,
  paid,
  pricedVisit,
  statement,
  statementId,
  taxable,
  visitLine,
} from './example-settlement.ts';

/** 24:00 in Tokyo of 11 July, until when June's statement can be disputed. */
const OVER = '2026-07-11T15:00:00.000Z';
const deem = { type: 'DeemConfirmed', statementId: statementId(1) } as const;
const neverBySilence = statement(1, '2026-06', [visitLine(pricedVisit('one'))], {
  subtotals: [taxable(1000, 100)],
  totalYen: 1100,
  confirmBy: null,
});

specify(t, settlement, OVER, [
  { name: 'happens, rule 34: at 24:00 of confirmBy silence confirms', given: JUNE, when: deem, then: [deemed] },
  {
    name: 'happens, rule 34: noticed days later, it stands as of 24:00 of confirmBy all the same',
    given: JUNE,
    when: deem,
    at: '2026-07-20T03:00:00.000Z',
    then: [deemed],
  },
  {
    name: 'refused: there is no such statement',
    given: [],
    when: deem,
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  { name: 'repeated: silence has confirmed it', given: [...JUNE, deemed], when: deem, then: [] },
  {
    name: 'stale, rule 34: a minute before 24:00 of confirmBy nothing is confirmed',
    given: JUNE,
    when: deem,
    at: '2026-07-11T14:59:00.000Z',
    then: [],
  },
  { name: 'stale, rule 34: without days to confirm silence never does', given: neverBySilence, when: deem, then: [] },
  { name: 'stale: the office has confirmed it meanwhile', given: [...JUNE, confirmed], when: deem, then: [] },
  ...Object.entries({ approved: [approved], paid: [approved, paid] }).flatMap(([what, then]) => [
    {
      name: `stale, rule 35: silence confirms beside the payment, which is ${what} by now`,
      given: [...JUNE, ...then],
      when: deem,
      then: [deemed],
    },
    { name: `stale: confirmed, and ${what}`, given: [...JUNE, confirmed, ...then], when: deem, then: [] },
  ]),
]);
