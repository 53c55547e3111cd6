import t from 'tap';
import { invitationIdOf, type Uuid, uuidOf } from '../../src/domain/ids.ts';
import { keyIdOf } from '../../src/domain/sealed.ts';
import { whenAnswerCameTooLateThenRefused } from '../../src/processes/when-answer-came-too-late-then-refused.ts';
import { closed, listed, NOW, opened, PUBLISHED, respondent } from '../domain/survey/example-survey.ts';
import { invited, refused, used } from '../domain/survey/invitation/example-invitation.ts';
import { actOnAllDue, on, openGround, plantAll, specifyProcess } from '../support/process-specification.ts';

// The survey of the example invitation.
const SURVEY = uuidOf('survey', 1);
const [one, other] = [respondent(1), respondent(3)];
const idOf = ({ respondentId }: typeof one): Uuid => invitationIdOf(SURVEY, respondentId);
const opening = on('survey', SURVEY, ...PUBLISHED, opened(), listed([one, other]));
const closing = on('survey', SURVEY, closed);
const asked = [one, other].flatMap((each) => on('invitation', idOf(each), invited(each)));
const before = on('invitation', idOf(other), { ...used });
const late = on('invitation', idOf(one), used);
const refusal = on('invitation', idOf(one), refused);
const toDo = { id: idOf(one), dueAt: '' as const, cause: used };

specifyProcess(t, whenAnswerCameTooLateThenRefused, {
  follows: [
    { name: 'rule 39: an answer before the closing: nothing', given: [...opening, ...asked], when: before, then: [] },
    {
      name: 'rule 39: closed, and an answer that raced it lies behind: due at once',
      given: [...opening, ...asked, ...before, ...closing],
      when: late,
      then: [toDo],
    },
    {
      name: 'rule 39: refused: off the list',
      given: [...opening, ...asked, ...closing, ...late],
      listed: [toDo],
      when: refusal,
      then: [],
    },
  ],
  acts: [
    {
      name: 'acts, rule 39: the answer behind the closing is refused, the one before it stands',
      given: [...opening, ...asked, ...before, ...closing, ...late],
      at: NOW,
      then: refusal,
    },
  ],
});

t.test('acts, rule 39: the key of the refused answer is destroyed, and no other', async (t) => {
  const app = await openGround(t);
  for (const each of [one, other]) await app.vault.make(keyIdOf('answer', idOf(each)));
  await plantAll(app, [...opening, ...asked, ...before, ...closing, ...late]);
  await actOnAllDue(app, whenAnswerCameTooLateThenRefused, NOW);
  t.equal(await app.vault.open(keyIdOf('answer', idOf(one))), null);
  t.not(await app.vault.open(keyIdOf('answer', idOf(other))), null);
});
