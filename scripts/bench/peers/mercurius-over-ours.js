// mercurius with its JIT over our own schema, resolvers, rights and read model, with our check of
// tokens and of who asks: the same work as our server's, but for its limits on cost. Argument: a
// data folder.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

// One graphql for both: a schema of one is none to another.
const GRAPHQL = new URL('../../../node_modules/graphql/', import.meta.url);
const fileOf = (name) =>
  ['.js', '/index.js', ''].map((ending) => new URL(`.${name.slice(7)}${ending}`, GRAPHQL)).find(existsSync);
registerHooks({
  resolve: (name, context, next) =>
    /^graphql(\/|$)/.test(name) ? { url: fileOf(name).href, shortCircuit: true } : next(name, context),
});
const { default: Fastify } = await import('fastify');
const { default: mercurius } = await import('mercurius');
const { Accounts, ALLOWANCE } = await import('../../../src/api/account.ts');
const { verifierFrom } = await import('../../../src/api/auth.ts');
const { ApiContext } = await import('../../../src/api/context.ts');
const { Cost } = await import('../../../src/api/cost.ts');
const { buildApiSchema } = await import('../../../src/api/schema.ts');
const { slices } = await import('../../../src/api/slices.ts');
const { viewerOf } = await import('../../../src/api/viewer.ts');
const { openApp } = await import('../../../src/app.ts');
const { configFrom } = await import('../../../src/config.ts');
const { createLog } = await import('../../../src/log.ts');

const config = configFrom({ DATA_DIR: process.argv[2] });
const app = { ...(await openApp(config, createLog('fatal'))), publicUrl: '' };
while (!(await app.caughtUp()));
const verifier = await verifierFrom(config);
const accounts = new Accounts(ALLOWANCE.development);
const server = Fastify();
await server.register(mercurius, {
  schema: buildApiSchema(slices),
  jit: 1,
  context: async ({ id, headers, ip }) => {
    const token = await verifier.verified(headers.authorization);
    const viewer = await viewerOf(token, app);
    const cost = new Cost(accounts.ofAddress(ip));
    const about = {
      viewer,
      validUntil: token.validUntil,
      requestId: id,
      cost,
      openStream: () => () => {},
      language: 'ja',
    };
    // mercurius puts an `app` of its own into each context.
    return Object.defineProperty(new ApiContext(app, about), 'app', { get: () => app, set: () => {} });
  },
});
process.send(await server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));
