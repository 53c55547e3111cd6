import t from 'tap';
import type { StudyEvent } from '../../../../src/domain/survey/events.ts';
import { study } from '../../../../src/domain/survey/study/decider.ts';
import { specify } from '../../../support/specification.ts';
import { NETWORK, NOW } from '../example-survey.ts';

const end = { type: 'EndStudy', networkId: NETWORK, study: 'trial-2026', isOver: true } as const;
const ended: StudyEvent = { type: 'StudyEnded', data: { networkId: NETWORK, study: 'trial-2026' } };

specify(t, study, NOW, [
  { name: 'happens, rule 39: a study that is over ends', given: [], when: end, then: [ended] },
  { name: 'repeated: it has ended', given: [ended], when: end, then: [] },
  {
    name: 'stale, rule 39: another of its waves was published meanwhile: it is not over',
    given: [],
    when: { ...end, isOver: false },
    then: [],
  },
]);
