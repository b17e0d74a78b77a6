// A reporter for Stryker: prints each fault that no test noticed as soon as this is known, and keeps all
// results.
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { readFileSync } from 'node:fs';
import { describeResult, isUnnoticed } from './describe-mutant.mjs';

/** The results so far, also when a run is broken off. */
export const results = [];

class TellUnnoticed {
  #settings = JSON.parse(readFileSync(process.env.MUTATE_SETTINGS, 'utf8'));

  onMutantTested(result) {
    results.push(result);
    if (!isUnnoticed(result)) return;
    const { root, faults } = this.#settings;
    const { file, line, within, code, becomes } = describeResult(root, faults, result);
    const place = `${file}:${line}${result.status === 'NoCoverage' ? ' (no test comes here)' : ''}`;
    // For an insertion there is no original code, so its whole line is shown.
    const [was, is] = [code || within, becomes].map((text) => text.replaceAll('\n', '\n  '));
    process.stdout.write(`\n${place}\n- ${was}\n+ ${is}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'unnoticed', TellUnnoticed)];
