// A checker for Stryker: only mutants that are in the sample, and not known to be equivalent, are tested.
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describeMutant, isSpokenOf } from './describe-mutant.mjs';

/** A number from 0 to 1, always the same for a mutant and a seed, even if the mutant has moved within its file. */
function drawFor(seed, { file, within, code, becomes }, nth) {
  const text = [seed, file, within, code, becomes, nth].join('\n');
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

class ChooseMutants {
  async init() {
    this.settings = JSON.parse(readFileSync(process.env.MUTATE_SETTINGS, 'utf8'));
    this.seen = new Map();
  }

  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    return Object.fromEntries(mutants.map((mutant) => [mutant.id, this.checkOne(mutant)]));
  }

  checkOne(mutant) {
    const { root, faults, seed, share, equivalent } = this.settings;
    const told = describeMutant(root, faults, mutant);
    const known = equivalent.find((entry) => isSpokenOf(entry, told));
    if (known) return { status: 'compileError', reason: `equivalent: ${known.why}` };
    const key = JSON.stringify(told);
    const nth = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, nth);
    if (share < 1 && drawFor(seed, { ...told, line: 0 }, nth) >= share)
      return { status: 'compileError', reason: 'not in the sample' };
    return { status: 'passed' };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'chosen', ChooseMutants)];
