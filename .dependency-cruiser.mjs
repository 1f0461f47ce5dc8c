/** The import rule of docs/architecture.md, checked by `npm run check`. */

/** The backend's folders from the top down: each may import those below it. `telephony` and `journal` are below all domains. */
const domains = [
  'reports',
  'campaigns',
  'supervision',
  'handoff',
  'conversation',
  'recordings',
  'calls',
  '(?:agents|customers)',
  'journal',
  'telephony',
];

const upwards = domains.flatMap((domain, index) =>
  index === 0
    ? []
    : [
        {
          name: `${domain}-imports-only-downwards`,
          comment: 'Domains point one way; what goes the other way is wired in compose.',
          severity: 'error',
          from: { path: `^backend/${domain}/` },
          to: { path: `^backend/(?:${domains.slice(0, index).join('|')})/` },
        },
      ],
);

// biome-ignore lint/style/noDefaultExport: dependency-cruiser takes its rules from the default export.
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?(?:url|raw|worker)$'] },
    },
    {
      name: 'declared',
      comment: 'A package that package.json does not name may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'backend-runs-without-development-packages',
      severity: 'error',
      from: { path: '^backend/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'contract-imports-only-zod',
      severity: 'error',
      from: { path: '^backend/contract/' },
      to: { pathNot: ['^backend/contract/', '^node_modules/zod/'] },
    },
    {
      name: 'kernel-knows-no-domain',
      severity: 'error',
      from: { path: '^backend/kernel/' },
      to: { path: '^backend/', pathNot: ['^backend/(?:kernel|contract)/'] },
    },
    {
      name: 'agents-and-customers-do-not-know-each-other',
      severity: 'error',
      from: { path: '^backend/(agents|customers)/' },
      to: { path: '^backend/(?:agents|customers)/', pathNot: '^backend/$1/' },
    },
    ...upwards,
    {
      name: 'only-compose-constructs',
      comment: 'compose, app, server and main are above everything; nobody imports them.',
      severity: 'error',
      from: { path: '^backend/', pathNot: '^backend/(?:compose/|[^/]+\\.ts$)' },
      to: { path: '^backend/(?:compose/|[^/]+\\.ts$)' },
    },
    {
      name: 'realtime-only-reads-and-sends',
      severity: 'error',
      from: { path: '^backend/(?!compose/)[^/]+/', pathNot: '^backend/realtime/' },
      to: { path: '^backend/realtime/' },
    },
    {
      name: 'nothing-knows-the-simulator',
      comment:
        'The production code runs against it unchanged. Demo customers have the numbers of its personas.',
      severity: 'error',
      from: { path: '^backend/(?!compose/)[^/]+/', pathNot: '^backend/(?:simulator|db/seed)/' },
      to: { path: '^backend/simulator/' },
    },
    {
      name: 'the-simulator-knows-nothing',
      comment: 'It stands in for Twilio, and must not know more of us than Twilio does.',
      severity: 'error',
      from: { path: '^backend/simulator/', pathNot: '^backend/simulator/main\\.ts$' },
      to: { path: '^backend/', pathNot: ['^backend/(?:simulator|kernel|contract|http|config)/'] },
    },
    {
      name: 'only-the-adapter-imports-twilio',
      severity: 'error',
      from: { pathNot: ['^backend/telephony/twilio/', '^tests/'] },
      to: { path: '^node_modules/twilio/' },
    },
    {
      name: 'only-the-models-import-an-ai-sdk',
      severity: 'error',
      from: { pathNot: ['^backend/conversation/models/', '^tests/', '^node_modules/'] },
      to: { path: '^node_modules/(?:ai|@ai-sdk)/' },
    },
    {
      name: 'only-one-file-of-the-console-imports-the-voice-sdk',
      severity: 'error',
      from: { pathNot: ['^src-renderer/platform/voice-device\\.ts$', '^tests/'] },
      to: { path: '^node_modules/@twilio/voice-sdk/' },
    },
    {
      name: 'only-the-database-imports-better-sqlite3',
      severity: 'error',
      from: { pathNot: ['^backend/db/(?:database|database-copy|sole-use)\\.ts$', '^tests/'] },
      to: { path: '^node_modules/(?:@types/)?better-sqlite3/' },
    },
    {
      name: 'only-stores-import-drizzle',
      severity: 'error',
      from: { pathNot: ['^backend/db/', '-store\\.ts$', '^drizzle\\.config\\.ts$', '^tests/'] },
      to: { path: '^node_modules/drizzle-orm/' },
    },
    {
      name: 'only-stores-import-the-schema',
      severity: 'error',
      from: {
        path: '^backend/',
        pathNot: ['^backend/db/', '-store\\.ts$', '^backend/auth/auth-library\\.ts$'],
      },
      to: { path: '^backend/db/schema/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-come-last',
      comment: 'Only the app mounts routes; no service or store knows them.',
      severity: 'error',
      from: {
        path: '^backend/',
        pathNot: ['^backend/(?:compose/|[^/]+\\.ts$)', '-routes\\.ts$', '^backend/simulator/'],
      },
      to: { path: '-routes\\.ts$' },
    },
    {
      name: 'machines-are-pure',
      severity: 'error',
      from: { path: '^backend/.*-machine\\.ts$' },
      to: {
        path: ['-(?:store|service|routes)\\.ts$', '^backend/(?:db|journal|http)/', '^node_modules/(?!zod/)'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-auth-imports-the-sign-in-library',
      severity: 'error',
      from: { pathNot: ['^backend/auth/', '^tests/'] },
      to: { path: '^node_modules/better-auth/' },
    },
    {
      name: 'console-knows-only-the-contract',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: {
        path: '^(?:backend|src-main|tests)/',
        pathNot: ['^backend/contract/', '^src-main/ipc/contract/'],
      },
    },
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'features-do-not-know-the-app',
      severity: 'error',
      from: { path: '^src-renderer/(?:features|ui|platform)/' },
      to: { path: '^src-renderer/app/' },
    },
    {
      name: 'ui-and-platform-know-no-feature',
      severity: 'error',
      from: { path: '^src-renderer/(?:ui|platform)/' },
      to: { path: '^src-renderer/features/' },
    },
    {
      name: 'desktop-app-knows-only-contract-and-words',
      severity: 'error',
      from: { path: '^src-main/' },
      to: {
        path: '^(?:backend|src-renderer|tests)/',
        pathNot: ['^backend/contract/', '^src-renderer/words/'],
      },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/', pathNot: '^tests/support/chromium-path\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
