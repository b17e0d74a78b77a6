// Jest for the whole workspace: TypeScript sources through swc, ESM, one PostgreSQL server for the run.
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/dist/', '/node_modules/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^@rapporteur/([a-z-]+)$': ['<rootDir>/libs/$1/src/index.ts', '<rootDir>/apps/$1/src/index.ts'],
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^virtual:dimension-names$': '<rootDir>/apps/dashboard/dimension-names.ts',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // At the start of each file: what the one before has left.
  setupFiles: ['<rootDir>/tools/remove-left-stores.mjs'],
  globalSetup: '<rootDir>/tools/start-test-postgres.mjs',
  globalTeardown: '<rootDir>/tools/stop-test-postgres.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of Node's own kind are never given back: a worker that has grown spends its time collecting garbage.
  workerIdleMemoryLimit: '1GB',
};
