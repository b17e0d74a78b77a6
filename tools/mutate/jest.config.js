// Jest for a run of Stryker: the specs of one package, by the PostgreSQL server that tools/mutate.mjs has started.
import base from '../../jest.config.js';

const specs = JSON.parse(process.env.MUTATE_SPECS ?? '[]');

export default {
  ...base,
  globalSetup: undefined,
  globalTeardown: undefined,
  rootDir: '../..',
  // Only the folders of these specs, because Jest searches its roots again for every fault.
  roots: [...new Set(specs.map((path) => `<rootDir>/${path.slice(0, path.indexOf('/src/') + 4)}`))],
  testMatch: specs.map((path) => `<rootDir>/${path}`),
  watchman: false,
  maxWorkers: 1,
  // Stryker has its own time limit for a fault that makes a test hang. A test without a fault must not fail
  // because it is slow.
  testTimeout: 300_000,
};
