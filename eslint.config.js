// Lint for the whole workspace: TypeScript's recommended rules, and the module boundaries of ARCHITECTURE.md.
import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const allow = (scope, ...libs) => ({
  sourceTag: `scope:${scope}`,
  onlyDependOnLibsWithTags: [scope, ...libs].map((name) => `scope:${name}`),
});

const boundaries = (more = {}) => ({
  '@nx/enforce-module-boundaries': [
    'error',
    {
      enforceBuildableLibDependency: false,
      banTransitiveDependencies: false,
      depConstraints: [
        allow('domain'),
        allow('names'),
        allow('office-file', 'testing'),
        allow('sdmx', 'domain', 'names'),
        allow('proposals', 'domain', 'documents', 'testing'),
        allow('postgres', 'testing'),
        allow('documents', 'domain', 'office-file', 'postgres', 'testing'),
        allow('broker'),
        allow('testing', 'broker'),
        allow('http', 'domain', 'postgres', 'testing'),
        allow('event-store', 'domain', 'postgres', 'testing'),
        allow(
          'access',
          'contract',
          'domain',
          'names',
          'office-file',
          'postgres',
          'event-store',
          'http',
          'testing',
        ),
        allow('projections', 'domain', 'postgres', 'event-store', 'testing'),
        allow(
          'report',
          'domain',
          'names',
          'office-file',
          'postgres',
          'event-store',
          'projections',
          'testing',
        ),
        allow('contract', 'domain', 'report'),
        allow('kafka', 'domain', 'postgres', 'event-store', 'testing'),
        allow(
          'ingest',
          'access',
          'contract',
          'documents',
          'kafka',
          'domain',
          'names',
          'office-file',
          'postgres',
          'event-store',
          'http',
          'testing',
        ),
        allow(
          'aggregator',
          'access',
          'kafka',
          'domain',
          'postgres',
          'event-store',
          'projections',
          'http',
          'testing',
        ),
        allow(
          'api',
          'access',
          'contract',
          'documents',
          'domain',
          'names',
          'office-file',
          'postgres',
          'event-store',
          'projections',
          'report',
          'proposals',
          'sdmx',
          'http',
          'kafka',
          'testing',
        ),
        allow('dashboard', 'contract', 'domain', 'report', 'testing'),
        { sourceTag: 'type:composer', onlyDependOnLibsWithTags: ['type:lib', 'type:app'] },
        { sourceTag: 'type:laboratory', onlyDependOnLibsWithTags: ['type:lib', 'type:app', 'type:composer'] },
      ],
      ...more,
    },
  ],
});

/** What tests are made of. tsconfig.base.json leaves it out of what is built, tsconfig.spec.json checks it. */
const ofTests = [
  '**/*.spec.ts',
  '**/*-for-tests.ts',
  '**/fuzz/**',
  '**/samples/**',
  '**/harness/**',
  '**/e2e/**',
  'libs/testing/**',
  'apps/{bench,chaos}/**',
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.data/**', '.nx/**', '.cache/**', '**/*.json'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      ...boundaries(),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    ignores: ofTests,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@rapporteur/testing', message: 'The product is shipped without what tests share.' },
          ],
        },
      ],
    },
  },
  {
    // The one app that composes the others.
    files: ['apps/rapporteur/src/**/*.ts'],
    rules: boundaries({ allow: ['@rapporteur/ingest', '@rapporteur/aggregator', '@rapporteur/api'] }),
  },
  {
    // What measures the product and what tries to break it start all of it; nothing imports them.
    files: ['apps/bench/src/**/*.ts', 'apps/chaos/src/**/*.ts'],
    rules: boundaries({
      allow: ['@rapporteur/aggregator', '@rapporteur/rapporteur', '@rapporteur/rapporteur/*'],
    }),
  },
  {
    // The page takes only types of ours: their code would bring schemas and renderers into the browser.
    files: ['apps/dashboard/src/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@rapporteur/contract', allowTypeImports: true, message: 'Only types: import type.' },
            { name: '@rapporteur/domain', allowTypeImports: true, message: 'Only types: import type.' },
            { name: '@rapporteur/report', allowTypeImports: true, message: 'Only types: import type.' },
          ],
        },
      ],
    },
  },
  {
    // The contract says what a report is like, and takes nothing along that makes one.
    files: ['libs/contract/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [
            { name: '@rapporteur/report', allowTypeImports: true, message: 'Only types: import type.' },
          ],
        },
      ],
    },
  },
  {
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.{1,2}/|zod$|fastest-levenshtein$)',
              message: 'The domain is pure: it imports itself, zod and fastest-levenshtein.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'performance'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  {
    // A file is read at a sitting, and a function on a screen.
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/harness/**', '**/fuzz/**'],
    rules: { 'max-lines': ['error', 250], 'max-lines-per-function': ['error', 70] },
  },
);
