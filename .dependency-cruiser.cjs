/*
 * The layers of api/, top to bottom; imports go down only:
 *   house     main and the files it builds everything with, named below
 *   door      graphql/
 *   gateway   gateway/
 *   services  one folder a noun; they do not know each other
 *   wires     redis/, postgres/, embedded/
 *   words     files directly in api/, scalars/, entities, and the vocabulary files named below
 */
const HOUSE = '(main|server|http-app|start-node|first-start|services|pages)';
const SERVICES = '(realtime-session|visitors|sites|agents|api-keys|audit-log|previews|webhooks|rate-limits)';
const WORDS = [
  '\\.entity\\.ts$',
  '^api/realtime-session/presence\\.ts$',
  '^api/[^/]+/[a-z-]+-(role|kind|state|status|action)\\.ts$',
];
const TESTS = [
  '\\.test\\.tsx?$',
  '^api/(testing|bench|conformance|faults|soak)/',
  '^web/(testing|e2e|bench)/',
];

const forbidden = [
  rule('nothing-above-the-house', `^api/(?!${HOUSE}\\.ts$)`, `^api/${HOUSE}\\.ts$`),
  rule('the-gateway-does-not-know-the-door', '^api/gateway/', '^api/graphql/'),
  rule('services-look-down', `^api/${SERVICES}/`, '^api/(graphql|gateway|demo)/'),
  {
    name: 'services-do-not-know-each-other',
    severity: 'error',
    from: { path: `^api/${SERVICES}/`, pathNot: TESTS },
    to: { path: `^api/${SERVICES}/`, pathNot: ['^api/$1/', ...WORDS] },
  },
  {
    name: 'wires-look-down',
    severity: 'error',
    from: { path: '^api/(redis|postgres|embedded)/', pathNot: TESTS },
    to: { path: `^api/(graphql|gateway|demo|${SERVICES})/`, pathNot: WORDS },
  },
  {
    name: 'words-import-only-words',
    severity: 'error',
    from: { path: [`^api/(?!${HOUSE}\\.ts$)[^/]+\\.ts$`, '^api/scalars/', ...WORDS], pathNot: TESTS },
    to: { path: '^api/(graphql|gateway|demo|redis|postgres|embedded)/' },
  },
  rule('the-contract-is-the-schema', '^api/', '^web/', []),
  rule('the-contract-is-the-schema-here-too', '^web/', '^api/', ['^web/(e2e|bench)/']),
  rule('the-widget-stands-alone', '^web/widget/', '^web/(dashboard|generated)/'),
  rule('the-dashboard-does-not-know-the-widget', '^web/dashboard/', '^web/widget/'),
  rule(
    'only-tests-import-testing',
    '.',
    '^(api/(testing|bench|conformance|faults|soak)|web/(testing|e2e|bench))/',
  ),
  rule('no-tests-imported', '.', '\\.test\\.tsx?$', []),
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'the-api-runs-without-dev-packages',
    severity: 'error',
    from: { path: '^api/', pathNot: [...TESTS, '^api/setup/'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
];

function rule(name, from, to, except = TESTS) {
  return { name, severity: 'error', from: { path: from, pathNot: except }, to: { path: to } };
}

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
