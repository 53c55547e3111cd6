import '../src/last-words.ts';
import { parseArgs } from 'node:util';
import { developmentToken } from '../src/api/auth.ts';
import { configOrExit } from '../src/config.ts';

const USAGE = `npm run --silent token -- <subject>

Prints a bearer token for the subject, signed with the key in DATA_DIR (made where there is none), and nothing else. For
development: with OIDC_ISSUER set, the issuer signs the tokens.
`;

const { values, positionals } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' } },
  allowPositionals: true,
});
const [subject] = positionals;
if (values.help) {
  process.stdout.write(USAGE);
} else if (positionals.length !== 1 || !subject) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const { oidc, dataDir } = configOrExit();
  if (oidc) {
    process.stderr.write('OIDC_ISSUER is set: ask the issuer for a token.\n');
    process.exitCode = 1;
  } else {
    process.stdout.write(`${await developmentToken(dataDir, subject)}\n`);
  }
}
