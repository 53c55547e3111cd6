import t from 'tap';
import { visit } from '../../../src/domain/visit/decider.ts';
import { specify } from '../../support/specification.ts';
import { at, CHANGE_OPEN, CHANGED, changeDeclined, changeLapsed, PLANNED } from './example-visit.ts';
import { lapseVisitChange } from './example-visit-commands.ts';

specify(t, visit, at(5), [
  {
    name: 'happens, rules 8, 22: as of when its time was over',
    given: CHANGE_OPEN,
    when: lapseVisitChange,
    then: [changeLapsed(0)],
  },
  { name: 'refused: no such visit', given: [], when: lapseVisitChange, refused: 'VISIT_UNKNOWN', path: ['visitId'] },
  { name: 'repeated: it has lapsed', given: [...CHANGE_OPEN, changeLapsed(0)], when: lapseVisitChange, then: [] },
  ...[
    { what: 'it is agreed on', given: CHANGED },
    { what: 'it is declined', given: [...CHANGE_OPEN, changeDeclined()] },
    { what: 'there was none', given: PLANNED },
  ].map(({ what, given }) => ({ name: `stale: ${what}`, given, when: lapseVisitChange, then: [] })),
  { name: 'stale: its time is not over', given: CHANGE_OPEN, when: lapseVisitChange, at: at(-1), then: [] },
]);
