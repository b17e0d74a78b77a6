// Our own faults, which Stryker does not make: in SQL, and a left-out await. Each is written into a source as a
// condition that is true; Stryker makes it false, which puts the fault in.
import ts from 'typescript';
import { writeSqlFaults } from './sql-faults.mjs';

/** Statements that await an expression without using its value: `[start of the expression, end]`. */
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

/** The fault: `await x()` goes on at once, and an error of x is ignored. */
function writeAwaitFaults(source, note) {
  const inserted = awaitsOf(source).flatMap(([start, end]) => {
    const mark = note(source.slice(0, start).split('\n').length);
    return [
      [start, `(${mark} ? (x) => x : (x) => void x?.catch?.(() => {}))(`],
      [end, ')'],
    ];
  });
  // Inserted from the last to the first, so that earlier places stay valid.
  return inserted
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [at, more]) => text.slice(0, at) + more + text.slice(at), source);
}

/**
 * In: the text of a source. Out: the text with conditions; and for the place of each condition (`line:column`
 * from 0) its fault: the line (from 1) and text in the original source, and the text that it becomes.
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
