import t from 'tap';
import { MOST_NOTICE_TRIES, MOST_NOTICES_A_DAY } from '../../../src/domain/limits.ts';
import { notice } from '../../../src/domain/notice/decider.ts';
import { specify } from '../../support/specification.ts';
import { give, given, noticeReturned, task } from './example-notice.ts';

const AT = '2026-06-01T01:00:00.000Z';
const tried = [given(), noticeReturned('2026-06-01T00:01:00.000Z')];

specify(t, notice, AT, [
  { name: 'happens: the first notice of tasks', given: [], when: give(), then: [given()] },
  {
    name: 'happens: by the screen of somebody who is there',
    given: [],
    when: give({ by: 'SCREEN' }),
    then: [given({ by: 'SCREEN' })],
  },
  { name: 'happens: again, where the mail server had not taken it', given: tried, when: give(), then: [given()] },
  {
    name: 'happens: a task that arises again is another one',
    given: [given()],
    when: give({ tasks: [{ ...task(), arisenAt: '2026-06-01T00:30:00.000Z' }] }),
    then: [given({ tasks: [{ ...task(), arisenAt: '2026-06-01T00:30:00.000Z' }] })],
  },
  { name: 'repeated: nothing is noticed twice', given: [given()], when: give(), then: [] },
  { name: 'repeated: nor by another way', given: [given({ by: 'SCREEN' })], when: give(), then: [] },
  {
    name: 'repeated: no more after ten tries',
    given: Array.from({ length: MOST_NOTICE_TRIES }, () => tried).flat(),
    when: give(),
    then: [],
  },
  {
    name: 'repeated, rule 49: no more than any day has',
    given: Array.from({ length: MOST_NOTICES_A_DAY }, (_, n) => given({ tasks: [task(`${n}`)] })),
    when: give({ tasks: [task('more')] }),
    then: [],
  },
  {
    name: 'stale: of tasks of which another node has noticed one, the rest',
    given: [given()],
    when: give({ tasks: [task(), task('two')] }),
    then: [given({ tasks: [task('two')] })],
  },
]);
