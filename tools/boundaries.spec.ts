/** The lint rules for module boundaries fail as they must: each forbidden import is tried. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Lints a probe file with one import, in a separate process as `npm test` does. Out: the ids of the rules that
 * the import breaks.
 */
function lintImport(folder: string, imported: string): string[] {
  const probe = join(root, folder, 'src', `boundary-probe-${process.pid}.ts`);
  writeFileSync(probe, `import * as probe from '${imported}';\nexport { probe };\n`);
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/eslint/bin/eslint.js'), '-f', 'json', probe], {
      cwd: root,
      stdio: 'pipe',
    });
    return [];
  } catch (error) {
    const output = (error as { stdout: Buffer }).stdout.toString();
    const [{ messages }] = JSON.parse(output) as [{ messages: { ruleId: string }[] }];
    return messages.map(({ ruleId }) => ruleId);
  } finally {
    rmSync(probe);
  }
}

beforeAll(() => {
  // The graph must exist: without Nx's project graph the rule gives a warning and checks nothing.
  execFileSync(process.execPath, [join(root, 'node_modules/nx/dist/bin/nx.js'), 'show', 'projects'], {
    cwd: root,
    env: { ...process.env, NX_DAEMON: 'false' },
  });
}, 60_000);

describe('an import against the architecture', () => {
  it.each([
    ['libs/domain', '@rapporteur/event-store', 'no-restricted-imports'],
    ['libs/domain', 'node:fs', 'no-restricted-imports'],
    ['libs/event-store', '@rapporteur/projections', '@nx/enforce-module-boundaries'],
    ['libs/projections', '@rapporteur/report', '@nx/enforce-module-boundaries'],
    ['libs/contract', '@rapporteur/projections', '@nx/enforce-module-boundaries'],
    ['libs/contract', '@rapporteur/report', '@typescript-eslint/no-restricted-imports'],
    ['apps/dashboard', '@rapporteur/contract', '@typescript-eslint/no-restricted-imports'],
    ['apps/api', '@rapporteur/ingest', '@nx/enforce-module-boundaries'],
    ['apps/ingest', '@rapporteur/projections', '@nx/enforce-module-boundaries'],
    ['apps/ingest', '@rapporteur/testing', 'no-restricted-imports'],
  ])(
    'in %s of %s fails',
    (folder, imported, rule) => expect(lintImport(folder, imported)).toContain(rule),
    30_000,
  );

  it('is not what the composer does', () => {
    expect(lintImport('apps/rapporteur', '@rapporteur/ingest')).toEqual([]);
  }, 30_000);
});
