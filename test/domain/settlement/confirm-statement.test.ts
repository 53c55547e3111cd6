import t from 'tap';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify } from '../../support/specification.ts';
import { approved, confirmed, deemed, JULY, JULY_1, JUNE, paid, statementId } from './example-settlement.ts';

const confirmJune = { type: 'ConfirmStatement', statementId: statementId(1) } as const;
const confirmJuly = { type: 'ConfirmStatement', statementId: statementId(2) } as const;

specify(t, settlement, JULY_1, [
  {
    name: 'happens, rule 35: the assist office confirms what was issued',
    given: JUNE,
    when: confirmJune,
    then: [confirmed],
  },
  {
    name: 'happens: each statement of the pair for itself, whatever became of the others',
    given: [...JUNE, confirmed, ...JULY],
    when: confirmJuly,
    then: [{ type: 'StatementConfirmed', data: { statementId: statementId(2), deemed: false } }],
  },
  {
    name: 'refused: there is no such statement',
    given: JUNE,
    when: confirmJuly,
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  { name: 'repeated: it is confirmed', given: [...JUNE, confirmed], when: confirmJune, then: [] },
  { name: 'stale, rule 34: silence has confirmed it meanwhile', given: [...JUNE, deemed], when: confirmJune, then: [] },
  ...Object.entries({ approved: [approved], paid: [approved, paid] }).flatMap(([what, then]) => [
    {
      name: `stale, rule 35: confirming stands beside the payment, which is ${what} by now`,
      given: [...JUNE, ...then],
      when: confirmJune,
      then: [confirmed],
    },
    { name: `stale: confirmed, and ${what}`, given: [...JUNE, confirmed, ...then], when: confirmJune, then: [] },
    { name: `stale: ${what}, and confirmed`, given: [...JUNE, ...then, deemed], when: confirmJune, then: [] },
  ]),
  {
    name: 'happens, rule 8: a minute before 24:00 of confirmBy it is confirmed by hand',
    given: JUNE,
    when: confirmJune,
    at: '2026-07-11T14:59:00.000Z',
    then: [confirmed],
  },
  {
    name: 'happens, rule 8: once confirmBy is over silence has confirmed, though the process has not written it yet',
    given: JUNE,
    when: confirmJune,
    at: '2026-07-11T15:00:00.000Z',
    then: [deemed],
  },
]);
