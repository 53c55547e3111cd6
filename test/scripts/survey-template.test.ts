import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import t from 'tap';
import { EVERY_WAVE, EVERYBODY } from '../../scripts/survey-template/asked.ts';
import { surveyTemplate } from '../../scripts/survey-template/template.ts';
import { startNode } from '../support/http-node.ts';
import { momentAt } from '../support/small-network.ts';

const NETWORK = '00000000-0000-4000-8000-000000000000';
const STUDY_ENDS_ON = '2027-03-31';
const templateOf = (wave: (typeof EVERY_WAVE)[number], networkId: string, ...audiences: (typeof EVERYBODY)[number][]) =>
  surveyTemplate({
    wave,
    audiences,
    networkIds: [networkId],
    studyEndsOn: wave === 'ENDLINE' ? null : STUDY_ENDS_ON,
  });

t.test('the trial’s survey of each wave and audience is drafted and published as it is', async (t) => {
  const node = await startNode(t);
  const moment = momentAt(node, '2026-04-01T09:00:00+09:00');
  const networkId = await moment.network('試験', '大田区');
  await moment.appoint(networkId, 'CONSULTANT', 'cons');
  const consultant = { subject: 'cons' };
  for (const wave of EVERY_WAVE)
    for (const audiences of [...EVERYBODY.map((audience) => [audience]), []]) {
      const template = templateOf(wave, networkId, ...audiences);
      const drafted = await moment.send(consultant, 'draftSurvey', { ...template }, 'survey { id }');
      const surveyId = drafted.survey.id;
      const selection = 'survey { status wave questions { audiences } }';
      const { survey } = await moment.send(consultant, 'publishSurvey', { surveyId }, selection);
      t.strictSame([survey.status, survey.wave], ['PUBLISHED', wave]);
      const asked = new Set(survey.questions.flatMap((question: { audiences: string[] }) => question.audiences));
      t.strictSame([...asked].sort(), [...(audiences.length === 0 ? EVERYBODY : audiences)].sort());
    }
});

t.test('in plain Japanese: short polite sentences, no letters to spell, each step with its word', async (t) => {
  const whole = EVERY_WAVE.flatMap((wave) => templateOf(wave, NETWORK).questions);
  const texts = [
    ...whole.flatMap(({ text, help }) => [text, help ?? '']),
    ...EVERYBODY.map((audience) => templateOf('BASELINE', NETWORK, audience).intro ?? ''),
  ];
  const sentences = texts.flatMap((text) => text.split(/(?<=。)\n?/)).filter((sentence) => sentence !== '');
  t.strictSame(
    sentences.filter(
      (sentence) => sentence.length > 50 || !/(です|ます|した|せん|さい|すか|たか|でか)。$/.test(sentence),
    ),
    [],
  );
  t.strictSame(
    whole.filter(({ text, options }) => /[A-Za-z]/.test(text + (options ?? []).map(({ label }) => label).join(''))),
    [],
  );
  t.strictSame(
    whole.filter(({ kind, options }) => kind === 'LIKERT_5' && options?.length !== 5),
    [],
  );
});

t.test('what a wave shares with another is the same question, so that it compares', async (t) => {
  const [first = [], ...later] = EVERY_WAVE.map((wave) => templateOf(wave, NETWORK).questions);
  for (const questions of later) {
    const shared = questions.filter(({ code }) => first.some((one) => one.code === code));
    t.ok(shared.length > 25, 'most are put in each');
    for (const question of shared)
      t.strictSame(
        question,
        first.find(({ code }) => code === question.code),
      );
  }
});

t.test('the command prints the input of draftSurvey, and says what is wrong with what it is given', async (t) => {
  const script = fileURLToPath(new URL('../../scripts/survey-template.ts', import.meta.url));
  const run = async (...args: string[]) =>
    promisify(execFile)(process.execPath, [script, ...args]).catch((error: { code: number; stderr: string }) => error);
  const given = ['--wave', 'MIDLINE', '--audience', 'CLIENT', '--network', NETWORK];
  const [right, wrong] = await Promise.all([run(...given, '--study-ends-on', STUDY_ENDS_ON), run(...given)]);
  t.strictSame('stdout' in right && JSON.parse(right.stdout), {
    ...templateOf('MIDLINE', NETWORK, 'CLIENT'),
  });
  t.match(wrong, { code: 2, stderr: '--study-ends-on: given with BASELINE and MIDLINE, not with ENDLINE' });
});
