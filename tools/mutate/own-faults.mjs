// Faults that Stryker does not know, written into a source as conditions that are true: in SQL, and awaits left out.
import ts from 'typescript';
import { writeSqlFaults } from './sql-faults.mjs';

/** Statements that wait for something and take no value from it: `[start of what is waited for, end]`. */
function awaitsOf(source) {
  const found = [];
  const visit = (node) => {
    if (ts.isExpressionStatement(node) && ts.isAwaitExpression(node.expression))
      found.push([node.expression.expression.getStart(), node.expression.getEnd()]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

/** `await x()` goes on at once; what x fails with is heard by nobody. */
function writeAwaitFaults(source, note) {
  const inserted = awaitsOf(source).flatMap(([start, end]) => {
    const mark = note(source.slice(0, start).split('\n').length);
    return [
      [start, `(${mark} ? (x) => x : (x) => void x?.catch?.(() => {}))(`],
      [end, ')'],
    ];
  });
  // From the last, for one may stand in another.
  return inserted
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [at, more]) => text.slice(0, at) + more + text.slice(at), source);
}

/**
 * In: the text of a source. Out: the same with conditions, and the faults that they stand for, by where each condition
 * stands (`line:column` from 0): its line (from 1) and text in the source as it was, and what it becomes.
 */
export function writeFaults(source) {
  const faults = [];
  const lines = source.split('\n');
  const noteAt = (line, code, becomes) =>
    `true/*${faults.push({ line, within: lines[line - 1].trim(), code, becomes }) - 1}*/`;
  const withSql = writeSqlFaults(source, (offset, code, becomes) =>
    noteAt(source.slice(0, offset).split('\n').length, code, becomes),
  );
  const text = writeAwaitFaults(withSql, (line) => {
    const code = lines[line - 1].trim();
    return noteAt(line, code, code.replace('await ', ''));
  });
  const places = {};
  text.split('\n').forEach((line, number) => {
    for (const match of line.matchAll(/true\/\*(\d+)\*\//g))
      places[`${number}:${match.index}`] = faults[match[1]];
  });
  return { text, places };
}
