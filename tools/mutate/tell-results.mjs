// Prints the results: the score of each file and of all, and how many mutants were not tried.
import { describeResult, isAbout, isSpokenOf, isUnnoticed } from './describe-mutant.mjs';

const isNoticed = ({ status }) => status === 'Killed' || status === 'Timeout';

const group = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
};

/** In: Stryker's results, the settings of the run, and a function that prints a line. */
export function tellResults(results, { root, name, isSql, faults, equivalent }, say) {
  const told = results.map((result) => ({
    ...describeResult(root, faults, result),
    status: result.status,
    reason: result.statusReason ?? '',
  }));
  say('\nscore  noticed');
  for (const [file, some] of group(told, ({ file }) => file)) tellScore(file, some, say);
  tellScore(name, told, say);
  const leftOut = told.filter(({ status }) => status === 'CompileError');
  const count = (start) => leftOut.filter(({ reason }) => reason.startsWith(start)).length;
  const [same, others] = [count('equivalent'), count('not in the sample')];
  say(`\nNot tried: ${others} not in the sample, ${leftOut.length - same - others} that do not compile,`);
  say(`${same} that change nothing (tools/mutate/equivalent.json).`);
  const isPast = (entry) =>
    Boolean(entry.isSql) === isSql &&
    told.some(({ file }) => isAbout(entry, file)) &&
    !told.some((one) => isSpokenOf(entry, one));
  for (const { file, code } of equivalent.filter(isPast))
    say(`tools/mutate/equivalent.json speaks of a fault that is no more: ${file}: ${code}`);
}

function tellScore(name, some, say) {
  const [noticed, tried] = [
    some.filter(isNoticed).length,
    some.filter((one) => isNoticed(one) || isUnnoticed(one)).length,
  ];
  const counts = `${String(noticed).padStart(4)} of ${String(tried).padEnd(5)}`;
  if (tried > 0) say(`${(noticed / tried).toFixed(2).padStart(5)}  ${counts} ${name}`);
}
