import { statSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import {
  CompactSign,
  exportJWK,
  generateKeyPair,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import t from 'tap';
import { developmentToken, Unauthenticated, type Verifier, verifierFrom } from '../../src/api/auth.ts';
import { startIssuer } from '../support/issuer.ts';

const AUDIENCE = 'visits';
const bearer = (token: string): string => `Bearer ${token}`;
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

const outcome = async (verifier: Verifier, header: string | undefined): Promise<unknown> => {
  try {
    const token = await verifier.verified(header);
    return token?.subject ?? null;
  } catch (error) {
    if (error instanceof Unauthenticated) return 'UNAUTHENTICATED';
    return (error as { extensions?: { code?: string } }).extensions?.code ?? error;
  }
};

t.test('tokens of an issuer', async (t) => {
  const stranger = await generateKeyPair('ES256');
  const state = await startIssuer(t);
  const verifier = await verifierFrom({ oidc: { issuer: state.url, audience: AUDIENCE }, dataDir: t.testdir() });
  const good: JWTPayload = { sub: 'u1', iss: state.url, aud: AUDIENCE, exp: inSeconds(60) };
  const signed = (
    payload: JWTPayload,
    privateKey: CryptoKey | Uint8Array = state.privateKey,
    header: JWTHeaderParameters = { alg: 'ES256', kid: 'k1' },
  ) => new SignJWT(payload).setProtectedHeader(header).sign(privateKey, { crit: { must: true } });
  const strange = await startIssuer(t, state.url);
  /** Signed by a stranger who says in the header where the key is. */
  const pointing = async (header: Record<string, unknown>): Promise<string> =>
    bearer(await signed(good, strange.privateKey, { alg: 'ES256', kid: 'k1', ...header }));
  const { sub, exp, iss, aud, ...nothing } = good;

  state.down = true;
  t.equal(
    await outcome(verifier, bearer(await signed(good))),
    'UNAVAILABLE',
    'the issuer is down: nobody is told their token is bad',
  );
  state.down = false;
  t.equal(await outcome(verifier, bearer(await signed(good))), 'u1', 'and is asked again once it is up');
  t.equal(
    await outcome(verifier, bearer(await signed({ ...good, aud: ['other', AUDIENCE] }))),
    'u1',
    'one of several audiences',
  );
  t.equal(await outcome(verifier, undefined), null, 'no header is no token');

  const publicPem = new TextEncoder().encode(JSON.stringify(await exportJWK(state.publicKey)));
  const refused: Record<string, string> = {
    'another scheme': 'Basic dTE6eA==',
    'an empty bearer': 'Bearer ',
    'no JWT': 'Bearer x.y.z',
    expired: bearer(await signed({ ...good, exp: inSeconds(-60) })),
    'not yet valid': bearer(await signed({ ...good, nbf: inSeconds(60) })),
    'another issuer': bearer(await signed({ ...good, iss: 'https://id.example.jp' })),
    'another audience': bearer(await signed({ ...good, aud: 'other' })),
    'no expiry': bearer(await signed({ ...nothing, sub, iss, aud })),
    'no subject': bearer(await signed({ ...nothing, exp, iss, aud })),
    'an empty subject': bearer(await signed({ ...good, sub: '' })),
    'a subject of 256 characters': bearer(await signed({ ...good, sub: 'u'.repeat(256) })),
    'a subject of two lines': bearer(await signed({ ...good, sub: 'u1\nu2' })),
    'a subject with what nobody sees': bearer(await signed({ ...good, sub: 'u1\u0000' })),
    'a subject that reads backwards': bearer(await signed({ ...good, sub: '\u202eu1' })),
    'a subject with half a character': bearer(await signed({ ...good, sub: 'u\ud800' })),
    'no audience': bearer(await signed({ ...nothing, sub, exp, iss })),
    "a stranger's key under a known name": bearer(await signed(good, stranger.privateKey)),
    'an unknown key': bearer(await signed(good, stranger.privateKey, { alg: 'ES256', kid: 'k9' })),
    'algorithm none': bearer(new UnsecuredJWT(good).encode()),
    'a key at an address': await pointing({ jku: `${strange.url}/keys`, x5u: `${strange.url}/keys` }),
    'a key that is an address': await pointing({ kid: `${strange.url}/keys` }),
    'a key that is a path': await pointing({ kid: '../../../dev/null' }),
    'a key in the header': await pointing({ jwk: await exportJWK(strange.publicKey) }),
    'no name of a key': await pointing({ kid: undefined }),
    'a header that must be understood': bearer(
      await signed(good, state.privateKey, { alg: 'ES256', kid: 'k1', crit: ['must'], must: 1 }),
    ),
    'a token in a token': bearer(
      await new CompactSign(new TextEncoder().encode(await signed(good)))
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', cty: 'JWT' })
        .sign(state.privateKey),
    ),
    'the public key as a shared secret': bearer(await signed(good, publicPem, { alg: 'HS256', kid: 'k1' })),
    'a changed payload': bearer(
      (await signed(good)).replace(
        /\.[^.]+\./,
        `.${Buffer.from(JSON.stringify({ ...good, sub: 'admin' })).toString('base64url')}.`,
      ),
    ),
  };
  for (const [what, header] of Object.entries(refused))
    t.equal(await outcome(verifier, header), 'UNAUTHENTICATED', what);
  t.strictSame(strange.asked, [], 'no address in a token is asked for anything');
  t.equal(
    await outcome(verifier, bearer(await signed({ ...good, exp: 1e15, iat: inSeconds(60) }))),
    'u1',
    'how long, and by which clock, is the issuer’s to say: `nbf` and `exp` bound it',
  );
  t.equal(
    await outcome(verifier, bearer(await developmentToken(t.testdir(), 'admin'))),
    'UNAUTHENTICATED',
    'a development token is worth nothing where an issuer is configured',
  );
});

t.test('an accepted token is remembered for two minutes, and never beyond its end', async (t) => {
  const issuer = await startIssuer(t);
  const verifier = await verifierFrom({ oidc: { issuer: issuer.url, audience: AUDIENCE }, dataDir: t.testdir() });
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  t.teardown(() => mock.timers.reset());
  const { subtle } = globalThis.crypto;
  const verified = t.capture(subtle, 'verify', subtle.verify);
  /** What is answered, and how many signatures were verified for it. */
  const asked = async (token: string): Promise<[unknown, number]> => [
    await outcome(verifier, bearer(token)),
    verified().length,
  ];

  const token = await issuer.token('u1', AUDIENCE, { exp: inSeconds(150) });
  t.strictSame(await asked(token), ['u1', 1]);
  mock.timers.tick(119_999);
  t.strictSame(await asked(token), ['u1', 0], 'so long its signature is not verified again');
  mock.timers.tick(1);
  t.strictSame(await asked(token), ['u1', 1], 'then it is, so that a key withdrawn by the issuer stops counting');
  mock.timers.tick(30_000 + 5_000);
  t.strictSame(await asked(token), ['UNAUTHENTICATED', 1], 'its end comes before two minutes are over');

  const notYet = await issuer.token('u1', AUDIENCE, { nbf: inSeconds(60), exp: inSeconds(600) });
  t.strictSame(await asked(notYet), ['UNAUTHENTICATED', 1]);
  t.strictSame(await asked(notYet), ['UNAUTHENTICATED', 1], 'a refusal is not remembered');
  mock.timers.tick(60_000);
  t.strictSame(await asked(notYet), ['u1', 1], 'nor that it was too early');
  const forged = notYet.replace(/\.[^.]{4}([^.]*)$/, '.AAAA$1');
  t.strictSame(await asked(forged), ['UNAUTHENTICATED', 1], 'another signature is another token');
});

t.test(
  'while the issuer is away, tokens by its known keys are taken for an hour; another key is UNAVAILABLE',
  async (t) => {
    const issuer = await startIssuer(t);
    const verifier = await verifierFrom({ oidc: { issuer: issuer.url, audience: AUDIENCE }, dataDir: t.testdir() });
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    t.teardown(() => mock.timers.reset());
    const minutes = (count: number): void => mock.timers.tick(count * 60_000);
    /** Each a token of its own, so that none is remembered. */
    const asked = async (kid = 'k1'): Promise<unknown> => {
      const claims = { sub: 'u1', iss: issuer.url, aud: AUDIENCE, exp: inSeconds(60), jti: crypto.randomUUID() };
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid });
      return outcome(verifier, bearer(await token.sign(issuer.privateKey)));
    };
    t.equal(await asked(), 'u1');
    issuer.down = true;
    for (const away of [9, 2, 48]) {
      minutes(away);
      t.equal(await asked(), 'u1', `${away} minutes later`);
      t.equal(await asked('k9'), 'UNAVAILABLE', 'nobody is told that a token by a new key is bad');
    }
    minutes(1);
    t.equal(await asked(), 'UNAVAILABLE', 'after an hour');
    issuer.down = false;
    minutes(1);
    t.equal(await asked(), 'u1', 'and is asked again');
  },
);

t.test('a key that the issuer has withdrawn stops counting within ten minutes, however often it is used', async (t) => {
  const issuer = await startIssuer(t);
  const verifier = await verifierFrom({ oidc: { issuer: issuer.url, audience: AUDIENCE }, dataDir: t.testdir() });
  mock.timers.enable({ apis: ['Date'], now: Date.now() });
  t.teardown(() => mock.timers.reset());
  const token = bearer(await issuer.token('u1', AUDIENCE, { exp: inSeconds(3_600) }));
  t.equal(await outcome(verifier, token), 'u1');
  issuer.keys.length = 0;
  const outcomes: unknown[] = [];
  for (let minute = 1; minute <= 10; minute += 1) {
    mock.timers.tick(60_000);
    outcomes.push(await outcome(verifier, token));
  }
  t.equal(outcomes[0], 'u1', 'the issuer is not asked each time');
  t.equal(outcomes[9], 'UNAUTHENTICATED');
});

t.test('an issuer is asked once, however many tokens come at once, and not listened to for ever', async (t) => {
  const issuer = await startIssuer(t);
  const verifier = await verifierFrom({ oidc: { issuer: issuer.url, audience: AUDIENCE }, dataDir: t.testdir() });
  const fifty = async (): Promise<unknown> => {
    const tokens = await Promise.all(
      Array.from({ length: 50 }, () => issuer.token('u1', AUDIENCE, { jti: crypto.randomUUID() })),
    );
    return [...new Set(await Promise.all(tokens.map((token) => outcome(verifier, bearer(token)))))];
  };
  issuer.down = true;
  t.strictSame(await fifty(), ['UNAVAILABLE']);
  t.strictSame(issuer.asked.splice(0), ['/.well-known/openid-configuration']);
  issuer.down = false;
  issuer.endless = true;
  t.strictSame(await fifty(), ['UNAVAILABLE']);
  t.strictSame(issuer.asked.splice(0), ['/.well-known/openid-configuration', '/keys', '/keys']);
  issuer.endless = false;
  t.strictSame(await fifty(), ['u1']);
  t.strictSame(issuer.asked, ['/keys']);
});

t.test('an issuer that never ends its answer is waited for so long, whatever it was asked for', async (t) => {
  for (const path of ['/.well-known/openid-configuration', '/keys']) {
    const issuer = await startIssuer(t);
    const oidc = { issuer: issuer.url, audience: AUDIENCE };
    const verifier = await verifierFrom({ oidc, dataDir: t.testdir() }, 200);
    const token = await issuer.token('u1', AUDIENCE);
    issuer.slow = [path];
    t.equal(await outcome(verifier, bearer(token)), 'UNAVAILABLE', path);
    t.ok(issuer.asked.includes(path), 'it was asked');
    issuer.slow = [];
    t.equal(await outcome(verifier, bearer(token)), 'u1', 'and asked again');
  }
});

t.test('an issuer that names itself otherwise than configured is not believed', async (t) => {
  const issuer = await startIssuer(t, 'https://other.example.jp');
  const verifier = await verifierFrom({ oidc: { issuer: issuer.url, audience: AUDIENCE }, dataDir: t.testdir() });
  t.equal(await outcome(verifier, bearer(await issuer.token('u1', AUDIENCE))), 'UNAVAILABLE');
});

t.test('issue 11, 7: an issuer is followed to no other address, nor believed what is no web address', async (t) => {
  const issuer = await startIssuer(t);
  const strange = await startIssuer(t, issuer.url);
  const token = bearer(await strange.token('u1', AUDIENCE, { iss: issuer.url }));
  const asked = async (): Promise<unknown> => {
    const oidc = { issuer: issuer.url, audience: AUDIENCE };
    return outcome(await verifierFrom({ oidc, dataDir: t.testdir() }), token);
  };
  for (const path of ['/.well-known/openid-configuration', '/keys']) {
    issuer.moved = { [path]: `${strange.url}${path}` };
    t.equal(await asked(), 'UNAVAILABLE', path);
  }
  issuer.moved = {};
  for (const keysAt of ['file:///etc/passwd', 'data:application/json,{}', 'ftp://127.0.0.1/keys', '/keys']) {
    issuer.keysAt = keysAt;
    t.equal(await asked(), 'UNAVAILABLE', keysAt);
  }
  t.strictSame(strange.asked, []);
});

t.test('development tokens', async (t) => {
  const dataDir = join(t.testdir(), 'new', 'folder');
  const verifier = await verifierFrom({ oidc: null, dataDir });
  t.equal(statSync(join(dataDir, 'token.key')).mode & 0o777, 0o600, 'the key is its owner’s alone');
  t.equal(await outcome(verifier, bearer(await developmentToken(dataDir, 'サ責1'))), 'サ責1');
  t.equal(
    await outcome(await verifierFrom({ oidc: null, dataDir }), bearer(await developmentToken(dataDir, 'u1'))),
    'u1',
    'across a restart',
  );
  t.equal(await outcome(verifier, undefined), null);
  t.equal(
    await outcome(verifier, bearer(await developmentToken(join(dataDir, 'other'), 'u1'))),
    'UNAUTHENTICATED',
    "another folder's key",
  );
  t.equal(
    await outcome(verifier, bearer(new UnsecuredJWT({ sub: 'admin', exp: inSeconds(60) }).encode())),
    'UNAUTHENTICATED',
    'algorithm none',
  );
});
