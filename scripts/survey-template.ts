import '../src/last-words.ts';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { daySchema } from '../src/domain/calendar.ts';
import { uuidSchema } from '../src/domain/ids.ts';
import { audienceSchema, waveSchema } from '../src/domain/survey/events.ts';
import { surveyTemplate } from './survey-template/template.ts';

const USAGE = `npm run --silent survey-template -- --wave <wave> --network <id> …
  [--audience <audience> …] [--study-ends-on <day>]

Prints the trial's survey of a wave (BASELINE, MIDLINE, ENDLINE) as JSON, as the mutation draftSurvey takes it for its
input: look it over, change it, draft it. 調査票のひな形を、draftSurvey の入力として出力します。

  --audience       whom to ask: PARTNER_OFFICE, ASSIST_OFFICE, CAREGIVER, CLIENT, FAMILY, CARE_MANAGER; all unless given
  --network        whose people; several may be given
  --study-ends-on  the last day of the study, YYYY-MM-DD; for a wave after which others come, and for such alone
`;

const options = z
  .strictObject({
    wave: waveSchema,
    audience: z.array(audienceSchema).default([]),
    network: z.array(uuidSchema).min(1),
    'study-ends-on': daySchema.optional(),
  })
  .refine((said) => (said.wave === 'ENDLINE') === (said['study-ends-on'] === undefined), {
    message: 'given with BASELINE and MIDLINE, not with ENDLINE',
    path: ['study-ends-on'],
  });

const { values } = parseArgs({
  options: {
    wave: { type: 'string' },
    audience: { type: 'string', multiple: true },
    network: { type: 'string', multiple: true },
    'study-ends-on': { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const { help, ...said } = values;
const asked = options.safeParse(said);
if (help) {
  process.stdout.write(USAGE);
} else if (asked.success) {
  const { wave, audience: audiences, network: networkIds, 'study-ends-on': endsOn } = asked.data;
  const template = surveyTemplate({ wave, audiences, networkIds, studyEndsOn: endsOn ?? null });
  process.stdout.write(`${JSON.stringify(template, null, 2)}\n`);
} else {
  const problems = asked.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`);
  process.stderr.write(`${problems.join('\n')}\n\n${USAGE}`);
  process.exitCode = 2;
}
