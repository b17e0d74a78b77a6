// A reporter of Stryker that tells each fault that nothing noticed as soon as that is known, and keeps all results.
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { readFileSync } from 'node:fs';
import { describeResult, isUnnoticed } from './describe-mutant.mjs';

/** What was found so far, also where a run is broken off. */
export const results = [];

class TellUnnoticed {
  #settings = JSON.parse(readFileSync(process.env.MUTATE_SETTINGS, 'utf8'));

  onMutantTested(result) {
    results.push(result);
    if (!isUnnoticed(result)) return;
    const { root, faults } = this.#settings;
    const { file, line, within, code, becomes } = describeResult(root, faults, result);
    const place = `${file}:${line}${result.status === 'NoCoverage' ? ' (no test comes here)' : ''}`;
    // Where something is put in, the line tells where.
    const [was, is] = [code || within, becomes].map((text) => text.replaceAll('\n', '\n  '));
    process.stdout.write(`\n${place}\n- ${was}\n+ ${is}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'unnoticed', TellUnnoticed)];
