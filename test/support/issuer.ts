import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface Issuer {
  readonly url: string;
  /** While true it answers 500. */
  down: boolean;
  /** While true it goes on for ever in naming its keys. */
  endless: boolean;
  /** Paths at which it begins an answer and never ends it. */
  slow: readonly string[];
  /** Addresses to which it redirects who asks for a path. */
  moved: Readonly<Record<string, string>>;
  /** Where it says its keys are; null: where they are. */
  keysAt: string | null;
  /** What it has been asked for. */
  readonly asked: string[];
  /** What it says are its keys. */
  readonly keys: object[];
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** A token that is valid for a minute; `claims` are set over the usual ones. */
  token(subject: string, audience: string, claims?: JWTPayload): Promise<string>;
}

/**
 * An OpenID Connect issuer over HTTP on this machine with one ES256 key, until the test ends;
 * `claimed`: what it says it is, if not its address.
 */
export const startIssuer = async (
  t: { teardown(end: () => Promise<unknown>): void },
  claimed?: string,
): Promise<Issuer> => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }];
  const server = createServer((request, response) => {
    issuer.asked.push(request.url ?? '');
    response.statusCode = issuer.down ? 500 : 200;
    response.setHeader('content-type', 'application/json');
    if (issuer.endless && request.url === '/keys') {
      const more = (): boolean => response.destroyed || (response.write(' '.repeat(65_536)) && more());
      response.on('drain', more);
      return more();
    }
    if (issuer.slow.includes(request.url ?? '')) return response.write('{');
    const moved = issuer.moved[request.url ?? ''];
    if (moved !== undefined) return response.writeHead(302, { location: moved }).end();
    const named = { issuer: claimed ?? issuer.url, jwks_uri: issuer.keysAt ?? `${issuer.url}/keys` };
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : named));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  t.teardown(
    () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer: Issuer = {
    url,
    down: false,
    endless: false,
    slow: [],
    moved: {},
    keysAt: null,
    asked: [],
    keys,
    privateKey,
    publicKey,
    token: (subject, audience, claims) =>
      new SignJWT({ sub: subject, iss: url, aud: audience, exp: Math.floor(Date.now() / 1000) + 60, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .sign(privateKey),
  };
  return issuer;
};
