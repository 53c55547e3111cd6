import { hash, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { memberIdOf } from '../domain/ids.ts';
import { lineSchema, unreadable } from '../domain/text.ts';
import { keepPrivate } from '../store/private-folder.ts';
import { apiError } from './errors.ts';
import type { Soon } from './soon.ts';
import type { Subject } from './viewer.ts';

/** The request has an invalid token, or an Authorization header without a bearer token. */
export class Unauthenticated extends Error {}

/** What a valid token says. */
export interface Verified extends Subject {
  /**
   * In milliseconds since 1970 by the machine's clock; what stands on the token ends then (rule
   * 47).
   */
  readonly validUntil: number;
}

export interface Verifier {
  /**
   * What the header's token says; null without a header. Throws `Unauthenticated`, or UNAVAILABLE
   * where the issuer's keys are out of reach.
   */
  verified(authorizationHeader: string | undefined): Soon<Verified | null>;
}

/**
 * What an issuer may sign with: only asymmetric algorithms, so that its public key can never pass
 * as a shared secret.
 */
const ISSUER_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
const DEVELOPMENT = { issuer: 'urn:partner-visit-network:development', audience: 'urn:partner-visit-network' };
const TOKEN_LIFE = '7d';
const CLOCK_TOLERANCE_SECONDS = 5;
/** How long an answer of the issuer may take, to its last byte. */
const FETCH_MILLISECONDS = 5_000;
/** What an issuer says of itself and its keys is no longer than this. */
const MOST_ISSUER_BYTES = 262_144;
/**
 * Keys are asked for anew after so long. A token by a key that was withdrawn is remembered for two
 * minutes more: after ten it counts no longer.
 */
const RENEW_KEYS_MILLISECONDS = 480_000;
const RETRY_KEYS_MILLISECONDS = 30_000;
/** So long the keys fetched last go on while the issuer is away. */
const KEYS_LAST_MILLISECONDS = 3_600_000;
const REMEMBERED_TOKENS = 10_000;
/** So long a token counts that was signed with a key which its issuer has withdrawn since. */
const REMEMBERED_MILLISECONDS = 120_000;

const bearer = /^Bearer +([\w.~+/=-]+)$/i;
/**
 * What nobody can be enrolled as is refused: two that read alike, or differ in half a character,
 * which no id keeps apart.
 */
const subject = lineSchema
  .min(1)
  .max(255)
  .refine((sub) => unreadable(sub) === null);
const claims = z.object({ sub: subject, exp: z.number() });

type Keys = {
  readonly get: () => Promise<JWTVerifyGetKey>;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: string[];
};

/**
 * Accepts tokens of the issuer where one is configured, else those signed with the data folder's
 * key (created here where there is none). An accepted token is verified again after two minutes at
 * the latest. `fetchMilliseconds`: how long each answer of the issuer may take.
 */
export const verifierFrom = async (
  config: Pick<Config, 'oidc' | 'dataDir'>,
  fetchMilliseconds = FETCH_MILLISECONDS,
): Promise<Verifier> => {
  if (config.oidc) {
    const get = issuerKeys(config.oidc.issuer, fetchMilliseconds);
    return verifierBy({ ...config.oidc, get, algorithms: ISSUER_ALGORITHMS });
  }
  const key = developmentKey(config.dataDir);
  return verifierBy({ ...DEVELOPMENT, get: async () => async () => key, algorithms: ['HS256'] });
};

/**
 * A token for a subject, signed with the data folder's key; valid for seven days by the machine's
 * clock.
 */
export const developmentToken = async (dataDir: string, subject: string): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.shape.sub.parse(subject))
    .setIssuer(DEVELOPMENT.issuer)
    .setAudience(DEVELOPMENT.audience)
    .setIssuedAt()
    .setExpirationTime(TOKEN_LIFE)
    .sign(developmentKey(dataDir));

const verifierBy = ({ get, issuer, audience, algorithms }: Keys): Verifier => {
  // By the header's digest, so that no token stays in memory. What was refused, or is not valid
  // yet, is never kept.
  const accepted = new LRUCache<string, { readonly token: Verified; readonly until: number }>({
    max: REMEMBERED_TOKENS,
  });
  const verify = async (header: string, digest: string): Promise<Verified> => {
    const token = bearer.exec(header)?.[1];
    if (token === undefined) throw new Unauthenticated('not a bearer token');
    const requiredClaims = ['sub', 'exp', 'iss', 'aud'];
    const options = { issuer, audience, algorithms, requiredClaims, clockTolerance: CLOCK_TOLERANCE_SECONDS };
    const { payload } = await jwtVerify(token, await get(), options).catch(refuse);
    const checked = claims.safeParse(payload);
    if (!checked.success) throw new Unauthenticated('no subject');
    const { sub, exp } = checked.data;
    const read = { subject: sub, memberId: memberIdOf(sub), validUntil: (exp + CLOCK_TOLERANCE_SECONDS) * 1000 };
    accepted.set(digest, { token: read, until: Math.min(exp * 1000, Date.now() + REMEMBERED_MILLISECONDS) });
    return read;
  };
  return {
    verified: (header) => {
      if (header === undefined) return null;
      const digest = hash('sha256', header, 'base64');
      const known = accepted.get(digest);
      return known !== undefined && Date.now() < known.until ? known.token : verify(header, digest);
    },
  };
};

/** jose's own errors are about the token, others about reaching the keys. */
const refuse = (error: unknown): never => {
  const ofKeys = [errors.JWKSTimeout, errors.JWKSInvalid].some((kind) => error instanceof kind);
  const ofToken = error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC' && !ofKeys;
  throw ofToken
    ? new Unauthenticated(error.code)
    : apiError('UNAVAILABLE', 'The keys of the token issuer are not available now.');
};

/**
 * The issuer's keys by OpenID Connect discovery, which is asked once at a time: fetched at the
 * first token, again after eight minutes, and when a key is unknown. While the issuer cannot be
 * reached, those fetched last go on for an hour, and an unknown key is UNAVAILABLE.
 */
const issuerKeys = (issuer: string, fetchMilliseconds: number): Keys['get'] => {
  let discovery: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  const discovered = () => {
    discovery ??= jwksAddress(issuer, fetchMilliseconds).then((address) =>
      createRemoteJWKSet(address, {
        timeoutDuration: fetchMilliseconds,
        cacheMaxAge: KEYS_LAST_MILLISECONDS,
        [customFetch]: boundedFetch,
      }),
    );
    discovery.catch(() => {
      discovery = undefined;
    });
    return discovery;
  };
  let renewing: Promise<void> | undefined;
  let [renewAt, isAway] = [0, false];
  return async () => {
    const keys = await discovered();
    if (Date.now() >= renewAt) {
      renewAt = Date.now() + RETRY_KEYS_MILLISECONDS;
      renewing = keys.reload().then(
        () => {
          [renewAt, isAway] = [Date.now() + RENEW_KEYS_MILLISECONDS, false];
        },
        () => {
          isAway = true;
        },
      );
    }
    // Nobody waits for an issuer that was away at the last look.
    if (!isAway) await renewing;
    return keys;
  };
};

const jwksAddress = async (issuer: string, fetchMilliseconds: number): Promise<URL> => {
  const { protocol } = new URL(issuer);
  const discovery = z.object({ issuer: z.literal(issuer), jwks_uri: z.url({ protocol: /^https?$/ }) });
  try {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await boundedFetch(address, { signal: AbortSignal.timeout(fetchMilliseconds) });
    const keys = new URL(discovery.parse(await response.json()).jwks_uri);
    if (response.ok && (protocol === 'http:' || keys.protocol === protocol)) return keys;
    throw new Error('no answer, or keys in the clear');
  } catch {
    throw apiError('UNAVAILABLE', 'The token issuer cannot be reached, or has another name than OIDC_ISSUER.');
  }
};

/**
 * An answer of at most `MOST_ISSUER_BYTES`, read within the time of the signal; a redirection is
 * none, so that whose keys count is said by the configured address alone.
 */
const boundedFetch = async (address: string, options: RequestInit): Promise<Response> => {
  const { status, headers, body } = await fetch(address, { ...options, redirect: 'manual' });
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_ISSUER_BYTES) throw new Error('the issuer says too much');
    pieces.push(piece);
  }
  return new Response(new Blob(pieces), { status, headers });
};

/**
 * 32 random bytes in the data folder, readable only by their owner; written in full at the first
 * use, whichever process comes first.
 */
const developmentKey = (dataDir: string): Uint8Array => {
  const file = join(dataDir, 'token.key');
  const read = (): Uint8Array => {
    const key = readFileSync(file);
    if (key.length !== 32) throw new Error(`${file} is not a key of 32 bytes`);
    return key;
  };
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  keepPrivate(dataDir);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return read();
};
