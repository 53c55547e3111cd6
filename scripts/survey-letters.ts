import '../src/last-words.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { surveyLetters } from '../src/documents/survey-letter.ts';
import { audienceSchema } from '../src/domain/survey/events.ts';
import { machineClock } from '../src/store/clock.ts';

const USAGE = `npm run --silent survey-letters -- <answer.json> <letters.pdf>

Makes letters, one page a recipient with the address as a QR code, from what openSurvey or remindRespondents answered.
調査の案内を、宛先ごとに1ページのPDFにします。「-」とすると、標準入力から読みます。

  answer.json  the answer as it came, or - for standard input; of the mutation it needs
               survey { title intro anonymous closesOn } invitations { audience recipient url office { name } }

Whoever has a letter may answer once: print them, then delete both files. Nothing is sent anywhere.
`;

const payload = z.object({
  survey: z.object({
    title: z.string(),
    intro: z.string().nullable(),
    anonymous: z.boolean(),
    closesOn: z.string().nullable(),
  }),
  invitations: z.array(
    z.object({
      audience: audienceSchema,
      recipient: z.string(),
      url: z.url(),
      office: z.object({ name: z.string() }).nullable(),
    }),
  ),
});
/** An answer of GraphQL to one mutation. */
const answer = z.object({ data: z.record(z.string(), payload) }).transform(({ data }) => Object.values(data)[0]);

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h', default: false } },
  allowPositionals: true,
});
const [from, to] = positionals;

const made = async (from: string, to: string): Promise<string> => {
  const read = answer.safeParse(JSON.parse(readFileSync(from === '-' ? 0 : from, 'utf8')));
  if (!read.success || !read.data) throw new Error('This is no answer of openSurvey or remindRespondents; see --help.');
  if (read.data.invitations.length === 0) throw new Error('There is nobody in it to write to.');
  const letters = await surveyLetters({ ...read.data, madeAt: machineClock.now() });
  // It is the right to answer: its owner's alone.
  writeFileSync(to, letters, { mode: 0o600 });
  return `${read.data.invitations.length} letters: ${to}\n`;
};

if (values.help) {
  process.stdout.write(USAGE);
} else if (positionals.length !== 2 || !from || !to) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    process.stdout.write(await made(from, to));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
