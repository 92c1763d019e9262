/** The direction of imports (downward only): each rule says what to do instead. */
const only = (from, allowed, comment) => ({
  name: `${from.replaceAll('/', '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((folder) => `^src/${folder}(/|\\.|$)`)] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one idea, or miss a third file below both.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unlisted-package',
      comment:
        'Add the package to dependencies in package.json; what only tests and builds need is not on a user’s machine.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/playground/web/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'model-imports',
      comment: 'The model is words as types: it knows zod and itself. Put behaviour where it is used.',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: ['^src/model/', '^node_modules/zod/'] },
    },
    {
      name: 'pure-understanding',
      comment: 'Understanding is pure: no network, no files. Read in the caller and hand the text in.',
      severity: 'error',
      from: { path: '^src/understanding/' },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads|dns)$' },
    },
    {
      name: 'natural-by-part',
      comment: 'The whole of natural costs a second and 110 MB: import natural/lib/natural/<part>.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^node_modules/natural/lib/natural/index\\.js$' },
    },
    only(
      'understanding',
      ['model', 'natural.d.ts'],
      'Understanding turns text into an Understanding; it needs the model only.',
    ),
    only('knowledge', ['model'], 'Knowledge parses and cross-checks; it needs the model only.'),
    only('state', ['model'], 'A store keeps records; what they mean is decided above.'),
    only('log', ['model'], 'The log is handed what it needs (redaction, clock).'),
    only('connectors', ['model'], 'A connector reads one live system; what the answers mean is decided above.'),
    only('ocr', ['model'], 'A picture in, its text out: what the text means is decided above.'),
    only(
      'lookups',
      ['model', 'connectors'],
      'A lookup is handed the tenants and understanding; it needs their types and the model only.',
    ),
    only(
      'checks',
      ['model', 'connectors', 'lookups'],
      'A check looks through its Look; what its outcome means for a problem is decided in diagnosis.',
    ),
    only(
      'diagnosis',
      ['model'],
      'Diagnosis is pure: articles, an understanding and results in; a cause and an order out.',
    ),
    only(
      'alerts',
      ['model', 'connectors', 'lookups', 'state'],
      'The alerts are handed understanding and a notifier; they know neither Slack nor the desk.',
    ),
    only(
      'desk',
      ['model', 'knowledge', 'understanding', 'state', 'lookups', 'diagnosis', 'natural.d.ts'],
      'The desk is handed its parts by compose; surfaces are above it.',
    ),
    only(
      'slack',
      ['model', 'desk'],
      'Slack asks the desk and draws its Replies. Whatever else it needs belongs behind the desk.',
    ),
    only(
      'cli/commands',
      ['model', 'desk', 'cli'],
      'A command asks the desk and prints its Replies; cli/index.ts hands it the rest.',
    ),
    only(
      'playground',
      ['model'],
      'The playground stands in for the outside world: the bot under it must not know it, nor it the bot.',
    ),
    {
      name: 'playground-from-start-only',
      comment: 'Only start.ts and tests may load the playground.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/playground/', '^src/start\\.ts$'] },
      to: { path: '^src/playground/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/playground/web/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
