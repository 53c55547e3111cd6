// mercurius with its JIT over our own schema, resolvers, rights and read model, with our check of
// tokens and of who asks. Arguments: a data folder; "bounded" for what bounds each request of ours
// too (its time, its size, how many come, the headers of its answer, what a query may cost), which
// is then the same work as our server's.
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
const { boundedServer } = await import('../../../src/api/bounded-server.ts');
const { ApiContext } = await import('../../../src/api/context.ts');
const { Cost } = await import('../../../src/api/cost.ts');
const { checkCost } = await import('../../../src/api/limits.ts');
const { buildApiSchema } = await import('../../../src/api/schema.ts');
const { slices } = await import('../../../src/api/slices.ts');
const { viewerOf } = await import('../../../src/api/viewer.ts');
const { openApp } = await import('../../../src/app.ts');
const { configFrom } = await import('../../../src/config.ts');
const { createLog } = await import('../../../src/log.ts');

const [dataDir, bounded] = process.argv.slice(2);
const config = configFrom({ DATA_DIR: dataDir });
const log = createLog('fatal');
const app = { ...(await openApp(config, log)), publicUrl: '' };
while (!(await app.caughtUp()));
const verifier = await verifierFrom(config);
const bare = () => ({
  server: Fastify(),
  accounts: new Accounts(ALLOWANCE.development),
  tokenOf: ({ headers }) => verifier.verified(headers.authorization),
});
const { server, accounts, tokenOf, admit } = bounded
  ? await boundedServer({ verifier, production: false, log })
  : bare();
if (admit) {
  server.addHook('preParsing', admit);
  server.decorateRequest('cost', null);
  server.addHook('onSend', (request, _reply, payload, done) => {
    request.cost?.written(payload);
    done();
  });
}
await server.register(mercurius, {
  schema: buildApiSchema(slices),
  jit: 1,
  context: async (request) => {
    const token = await tokenOf(request);
    const account = accounts.ofSubject(token.subject);
    if (admit) {
      const turn = account.begin();
      if (turn !== null) await turn;
      request.cost = new Cost(account);
    }
    const about = {
      viewer: await viewerOf(token, app),
      validUntil: token.validUntil,
      requestId: request.id,
      cost: request.cost ?? new Cost(account),
      openStream: () => () => {},
      language: 'ja',
    };
    // mercurius puts an `app` of its own into each context.
    return Object.defineProperty(new ApiContext(app, about), 'app', { get: () => app, set: () => {} });
  },
});
if (admit) {
  server.graphql.addHook('preExecution', async (schema, document, { cost }, variableValues) =>
    checkCost({ schema, document, operationName: null, variableValues }, cost),
  );
  server.graphql.addHook('onResolution', async ({ data }, { cost }) => {
    cost.data(data);
    cost.account.end();
  });
}
process.send(await server.listen({ port: 0, host: '127.0.0.1' }));
process.once('disconnect', () => process.exit(0));
