import t from 'tap';
import { settlement } from '../../../src/domain/settlement/decider.ts';
import { specify } from '../../support/specification.ts';
import {
  approved,
  confirmed,
  deemed,
  hashOf,
  JULY,
  JULY_1,
  JUNE,
  JUNE_FOR_NOTHING,
  paid,
  statementId,
} from './example-settlement.ts';

const approve = {
  type: 'ApprovePayment',
  statementId: statementId(1),
  contentHash: hashOf(JUNE),
  approvedBy: 'manager',
} as const;

specify(t, settlement, JULY_1, [
  {
    name: 'happens, rule 35: a second person approves what was confirmed',
    given: [...JUNE, confirmed],
    when: approve,
    then: [approved],
  },
  {
    name: 'happens, rule 35: what silence has confirmed is approved alike',
    given: [...JUNE, deemed],
    when: approve,
    then: [approved],
  },
  {
    name: 'refused: there is no such statement',
    given: [],
    when: approve,
    refused: 'STATEMENT_UNKNOWN',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: approval is bound to the content hash',
    given: [...JUNE, confirmed],
    when: { ...approve, contentHash: hashOf(JULY) },
    refused: 'STATEMENT_CHANGED',
    path: ['contentHash'],
  },
  {
    name: 'refused, rule 35: nobody has confirmed it',
    given: JUNE,
    when: approve,
    refused: 'NOT_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: another statement of the pair was confirmed',
    given: [...JUNE, ...JULY, confirmed],
    when: { ...approve, statementId: statementId(2), contentHash: hashOf(JULY) },
    refused: 'NOT_CONFIRMED',
    path: ['statementId'],
  },
  {
    name: 'refused, rule 35: who closed the month does not approve its payment',
    given: [...JUNE, confirmed],
    when: { ...approve, approvedBy: 'coordinator' },
    refused: 'SAME_PERSON',
    path: ['statementId'],
  },
  {
    name: 'refused: a total of 0 yen needs no payment',
    given: [...JUNE_FOR_NOTHING, confirmed],
    when: { ...approve, contentHash: hashOf(JUNE_FOR_NOTHING) },
    refused: 'NOTHING_TO_PAY',
    path: ['statementId'],
  },
  { name: 'repeated: it is approved', given: [...JUNE, confirmed, approved], when: approve, then: [] },
  {
    name: 'stale: a third person has approved it meanwhile',
    given: [...JUNE, confirmed, approved],
    when: { ...approve, approvedBy: 'director' },
    then: [],
  },
  { name: 'stale: it has been paid meanwhile', given: [...JUNE, confirmed, approved, paid], when: approve, then: [] },
]);
