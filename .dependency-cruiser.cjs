/** The import table of docs/architecture.md, held by `npm run imports`. */
const may = {
  shared: [],
  extension: ['shared'],
  training: ['shared'],
  sidecar: ['shared', 'training'],
};
const folders = Object.keys(may).concat('tests');

module.exports = {
  forbidden: [
    ...Object.entries(may).map(([from, allowed]) => ({
      name: `${from}-imports-only-${['itself', ...allowed].join('-and-')}`,
      severity: 'error',
      from: { path: `^${from}/` },
      to: { path: `^(${folders.filter((f) => f !== from && !allowed.includes(f)).join('|')})/` },
    })),
    {
      name: 'shared-does-no-input-or-output',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'ranking-never-reads-protected-attributes',
      comment: 'design: the recommender cannot reach the attribute table',
      severity: 'error',
      from: { path: '^sidecar/recommender/' },
      to: { path: '^sidecar/storage/attributes' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|\\.output|\\.wxt)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
};
