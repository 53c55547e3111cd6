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
  {
    name: 'stale: its payment has been approved meanwhile',
    given: [...JUNE, deemed, approved],
    when: confirmJune,
    then: [],
  },
  {
    name: 'stale: it has been paid meanwhile',
    given: [...JUNE, deemed, approved, paid],
    when: confirmJune,
    then: [],
  },
]);
