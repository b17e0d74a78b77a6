// Describes a mutant for people: file, line, the original code, and the code in its place.
import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

const read = new Map();

function linesOf(path) {
  if (!read.has(path)) read.set(path, readFileSync(path, 'utf8').split('\n'));
  return read.get(path);
}

/** The text between two places, with lines and columns counted from 0 as in Stryker's mutants. */
function cut(lines, { start, end }) {
  if (start.line === end.line) return lines[start.line].slice(start.column, end.column);
  const middle = lines.slice(start.line + 1, end.line);
  return [lines[start.line].slice(start.column), ...middle, lines[end.line].slice(0, end.column)].join('\n');
}

/**
 * In: the folder of the original sources, our own faults by `file:line:column`, and a mutant with places from
 * 0.
 * Out: `{ file, line, within, code, becomes }`, the line from 1, with its text.
 */
export function describeMutant(root, faults, { fileName, location, replacement }) {
  const file = (isAbsolute(fileName) ? relative(root, fileName) : fileName).replaceAll('\\', '/');
  const lines = linesOf(join(root, file));
  const { line, column } = location.start;
  const within = lines[line].trim();
  const fault = faults[`${file}:${line}:${column}`];
  if (fault)
    return { file, line: fault.line, within: fault.within, code: fault.code, becomes: fault.becomes };
  return { file, line: line + 1, within, code: cut(lines, location), becomes: replacement };
}

/** Describes a result of Stryker in the same way. Its lines and columns count from 1. */
export function describeResult(root, faults, result) {
  const fromZero = ({ line, column }) => ({ line: line - 1, column: column - 1 });
  const { start, end } = result.location;
  return describeMutant(root, faults, {
    ...result,
    location: { start: fromZero(start), end: fromZero(end) },
  });
}

export const isUnnoticed = ({ status }) => status === 'Survived' || status === 'NoCoverage';

/**
 * Whether an entry of equivalent.json is about a file: the name is the same, and the file lies in the entry's
 * folder or below it.
 */
export function isAbout(entry, file) {
  const end = entry.file.lastIndexOf('/');
  return file.startsWith(entry.file.slice(0, end + 1)) && file.endsWith(entry.file.slice(end));
}

/** Whether an entry of equivalent.json describes a mutant; white space does not count. */
export function isSpokenOf(entry, { file, within, code, becomes }) {
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  return (
    isAbout(entry, file) &&
    plain(entry.code) === plain(code) &&
    plain(entry.becomes) === plain(becomes) &&
    (entry.within === undefined || plain(within).includes(plain(entry.within))) &&
    (entry.line === undefined || plain(within) === plain(entry.line))
  );
}
