import t from 'tap';
import { MOST_NOTICE_TRIES } from '../../../src/domain/limits.ts';
import { notice } from '../../../src/domain/notice/decider.ts';
import { specify } from '../../support/specification.ts';
import { given, noticeReturned, returned, task } from './example-notice.ts';

const AT = '2026-06-01T01:00:00.000Z';
const tries = (count: number) =>
  Array.from({ length: count }, () => [given(), noticeReturned('2026-06-01T00:01:00.000Z')]).flat();

specify(t, notice, AT, [
  {
    name: 'happens: tried again a minute later',
    given: [given()],
    when: returned(),
    then: [noticeReturned('2026-06-01T01:01:00.000Z')],
  },
  {
    name: 'happens: and later each time',
    given: [...tries(4), given()],
    when: returned(),
    then: [noticeReturned('2026-06-01T01:16:00.000Z')],
  },
  {
    name: 'happens: given up after ten tries',
    given: [...tries(MOST_NOTICE_TRIES - 1), given()],
    when: returned(),
    then: [noticeReturned(null)],
  },
  { name: 'repeated: it has been returned', given: tries(1), when: returned(), then: [] },
  {
    name: 'stale: those that were given alone',
    given: [given()],
    when: returned({ tasks: [task(), task('two')] }),
    then: [noticeReturned('2026-06-01T01:01:00.000Z')],
  },
]);
