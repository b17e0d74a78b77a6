// Runs Stryker in the current folder with the settings of tools/mutate.mjs, and prints the results.
import { Stryker } from '@stryker-mutator/core';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tellResults } from './tell-results.mjs';
import { results } from './tell-unnoticed.mjs';

/**
 * Stryker's mutators, without the one for `true` and `false`, which is used for our own faults: these are
 * conditions that are true.
 */
const others = [
  ...['ArithmeticOperator', 'ArrayDeclaration', 'ArrowFunction', 'AssignmentOperator', 'BlockStatement'],
  ...['ConditionalExpression', 'EqualityOperator', 'LogicalOperator', 'MethodExpression', 'ObjectLiteral'],
  ...['OptionalChaining', 'Regex', 'StringLiteral', 'UnaryOperator', 'UpdateOperator'],
];

const toStrykerOptions = ({ name, isSql, sandbox }, mutate) => ({
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  coverageAnalysis: 'perTest',
  jest: { projectType: 'custom', configFile: 'tools/mutate/jest.config.js', enableFindRelatedTests: true },
  plugins: [
    '@stryker-mutator/jest-runner',
    '@stryker-mutator/typescript-checker',
    ...['choose-mutants.mjs', 'tell-unnoticed.mjs'].map((name) =>
      fileURLToPath(new URL(name, import.meta.url)),
    ),
  ],
  checkers: isSql ? ['chosen'] : ['chosen', 'typescript'],
  tsconfigFile: `${name}/tsconfig.json`,
  mutate,
  mutator: { excludedMutations: isSql ? others : [] },
  concurrency: 1,
  maxTestRunnerReuse: 200,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  reporters: ['progress-append-only', 'unnoticed'],
  logLevel: 'warn',
  warnings: { slow: false },
  ignorePatterns: ['.data', '.cache', '.nx', '**/*.tsbuildinfo'],
  tempDirName: sandbox,
  allowEmpty: true,
});

const settings = JSON.parse(readFileSync(process.env.MUTATE_SETTINGS, 'utf8'));
// Ctrl-C ends the process here too, and the results so far are still printed.
process.on('exit', () => tellResults(results, settings, (line) => process.stdout.write(`${line}\n`)));
for (const { specs, mutate } of settings.groups.filter((group) => group.mutate.length > 0)) {
  process.env.MUTATE_SPECS = JSON.stringify(specs);
  try {
    await new Stryker(toStrykerOptions(settings, mutate)).runMutationTest();
  } catch (error) {
    // The other groups are still tried.
    process.stderr.write(`${error.message} Not tried: ${mutate.join(', ')}\n`);
    process.exitCode = 1;
  }
}
