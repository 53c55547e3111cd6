import t from 'tap';
import { uuidOf } from '../../../src/domain/ids.ts';
import { MOST_CAREPLAN_FILES } from '../../../src/domain/limits.ts';
import { plan } from '../../../src/domain/plan/decider.ts';
import { specify } from '../../support/specification.ts';
import { exported, exporting, imported, NEXT_OFFICE } from './example-plan.ts';

const NOW = '2026-07-02T00:00:00.000Z';
const deletion = { kind: 'DLTJSK' as const, fileId: uuidOf('deletion') };

specify(t, plan, NOW, [
  { name: 'happens: 実績 of a month', given: [imported()], when: exporting(), then: [exported()] },
  { name: 'happens: without a plan that was imported', given: [], when: exporting(), then: [exported()] },
  {
    name: 'happens: a correction sends the month again',
    given: [exported()],
    when: exporting({ fileId: uuidOf('correction') }),
    then: [exported({ fileId: uuidOf('correction') })],
  },
  {
    name: 'happens: what was sent is taken back',
    given: [exported()],
    when: exporting(deletion),
    then: [exported(deletion)],
  },
  { name: 'repeated: a file that was made stays', given: [exported()], when: exporting(), then: [] },
  {
    name: 'stale: another office’s file is no file of this one',
    given: [exported({ partnerOfficeId: NEXT_OFFICE })],
    when: exporting(deletion),
    refused: 'NOTHING_TO_DELETE',
    path: ['kind'],
  },
  {
    name: 'refused: nothing was sent',
    given: [imported()],
    when: exporting(deletion),
    refused: 'NOTHING_TO_DELETE',
    path: ['kind'],
  },
  {
    name: 'refused, rule 49: more files than anybody needs',
    given: Array.from({ length: MOST_CAREPLAN_FILES }, (_, n) => exported({ fileId: uuidOf('file', n) })),
    when: exporting({ fileId: uuidOf('one more') }),
    refused: 'TOO_MANY_CHANGES',
    path: ['clientId'],
  },
]);
