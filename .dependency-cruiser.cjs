// Import directions (README § Map). `npm run check` and test/architecture.test.ts hold them; the test also shows that each rule can fail.
const ADAPTER = '^src/store/(sqlite|eventstoredb|postgres|simulated|data-folder)[^/]*[.]ts$';
const own = (folder, ...others) => `^src/(${[folder, ...others].join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-unknown-imports',
      comment: 'the one exception holds nothing but a type',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain imports zod, uuid, canonicalize, simple-statistics, node:crypto (content hash) and itself',
      severity: 'error',
      from: { path: own('domain') },
      to: { pathNot: [own('domain'), '^node_modules/(zod|uuid|canonicalize|simple-statistics)/', '^(node:)?crypto$'] },
    },
    {
      name: 'store-knows-domain-alone',
      severity: 'error',
      from: { path: own('store') },
      to: { path: '^src/', pathNot: own('store', 'domain') },
    },
    {
      name: 'exchange-knows-domain-alone',
      comment: 'outside file formats: value to bytes and back, pure',
      severity: 'error',
      from: { path: own('exchange') },
      to: { path: '^src/', pathNot: own('exchange', 'domain') },
    },
    {
      name: 'projections-know-domain-and-store',
      severity: 'error',
      from: { path: own('projections') },
      to: { path: '^src/', pathNot: own('projections', 'domain', 'store') },
    },
    {
      name: 'what-draws-is-loaded-where-asked-for',
      severity: 'error',
      comment: 'fonts and charts take a tenth of a second and some 20 MB: a server starts without them',
      from: { path: '^src/', pathNot: '^src/documents/' },
      to: {
        path: '^src/documents/',
        pathNot: '^src/documents/(html|words)\\.ts$',
        dependencyTypesNot: ['type-only', 'dynamic-import'],
      },
    },
    {
      name: 'commands-know-domain-projections-store-and-formats',
      comment: 'documents and files are made by long questions, beside the main thread',
      severity: 'error',
      from: { path: own('commands') },
      to: { path: '^src/', pathNot: own('commands', 'domain', 'exchange', 'documents', 'projections', 'store') },
    },
    {
      name: 'processes-know-commands-domain-projections-and-store',
      severity: 'error',
      from: { path: own('processes') },
      to: { path: '^src/', pathNot: own('processes', 'commands', 'domain', 'projections', 'store') },
    },
    {
      name: 'mail-knows-commands-domain-projections-and-store',
      comment: 'and of the configuration what this machine is',
      severity: 'error',
      from: { path: own('mail') },
      to: { path: '^src/', pathNot: [own('mail', 'commands', 'domain', 'projections', 'store'), '^src/config[.]ts$'] },
    },
    {
      name: 'mail-client-in-one-file',
      severity: 'error',
      from: { pathNot: ['^src/mail/mailer[.]ts$', '^node_modules/'] },
      to: { path: '^node_modules/nodemailer/' },
    },
    {
      name: 'api-lets-processes-alone',
      comment: 'the API wakes the driver and moves the simulated clock; what processes do is not its business',
      severity: 'error',
      from: { path: own('api') },
      to: { path: own('processes'), pathNot: '/(driver|time-travel)[.]ts$' },
    },
    {
      name: 'api-does-not-wire',
      severity: 'error',
      from: { path: own('api') },
      to: { path: '^src/[^/]+[.]ts$', pathNot: '^src/(config|log)[.]ts$' },
    },
    {
      name: 'adapters-are-wired-by-hand',
      comment: 'store adapters are known to src/app.ts, src/serve.ts, src/open-log.ts, scripts, tests and one another alone',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(app|serve|open-log)[.]ts$', ADAPTER] },
      to: { path: ADAPTER },
    },
    {
      name: 'eventstore-client-in-one-file',
      severity: 'error',
      from: { pathNot: ['^src/store/eventstoredb-event-store[.]ts$', '^node_modules/'] },
      to: { path: '@eventstore/db-client' },
    },
    { name: 'src-knows-no-tests-or-scripts', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|scripts)/' } },
    {
      name: 'src-uses-no-development-packages',
      severity: 'error',
      from: { path: '^src/' },
      // GraphiQL is loaded when it is first asked for, in development.
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@graphql-yoga/render-graphiql/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The benchmarks' peers are packages of their own, installed on demand.
    exclude: { path: '^scripts/bench/(node_modules/|peers/[^/]+[.]js$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.js', '.json', '.d.ts'] },
  },
};
