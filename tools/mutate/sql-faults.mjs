// Writes faults in SQL into a source as conditions. SQL is in template strings, which Stryker treats as plain
// text.
import ts from 'typescript';

const isSql =
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|ORDER BY|COPY|ANY \(|IS NOT NULL|IS NULL)\b|[<>=]+ \$/;
const clause =
  /^\s+(?:AND|OR|AS|GROUP BY|ORDER BY|HAVING|LIMIT|OFFSET|RETURNING|FOR UPDATE|UNION|ON CONFLICT|FETCH|WINDOW|DO UPDATE|USING|CROSS|LEFT|JOIN|WHERE|THEN|SELECT|INSERT)\b|^\s+--/;

/** Whether a text in plain quotation marks is a statement. */
const isStatement = /^(SELECT|DELETE|UPDATE|INSERT)\b.*\b(FROM|SET|INTO|WHERE)\b/;

/** Faults that replace one word or sign by another. */
const swaps = [
  [/ >= /g, ' > '],
  [/ > /g, ' >= '],
  [/ <= /g, ' < '],
  [/ < /g, ' <= '],
  [/ <> /g, ' = '],
  [/ IS DISTINCT FROM /g, ' IS NOT DISTINCT FROM '],
  [/\bIS NOT NULL\b/g, 'IS NULL'],
  [/\bIS NULL\b/g, 'IS NOT NULL'],
  [/\bNOT EXISTS\b/g, 'EXISTS'],
  [/(?<!NOT |IF )\bEXISTS \(/g, 'NOT EXISTS ('],
  [/ FOR UPDATE(?: OF \w+)?/g, ''],
  [/ DESC\b/g, ''],
  [/ NULLS LAST\b/g, ''],
  [/\bDISTINCT (?!FROM)/g, ''],
  [/\bLEFT JOIN\b/g, 'JOIN'],
  [/\bFULL JOIN\b/g, 'LEFT JOIN'],
  [/\bUNION ALL\b/g, 'UNION'],
  [/\bUNION\b(?! ALL)/g, 'UNION ALL'],
  [/\bmin\(/g, 'max('],
  [/\bmax\(/g, 'min('],
  [/\bGREATEST\(/g, 'LEAST('],
  [/\bbool_or\(/g, 'bool_and('],
  [/\brank\(\)/g, 'row_number()'],
  [/ OR (?!REPLACE|DELETE|TRUNCATE)/g, ' AND '],
  [/ \+ /g, ' - '],
  [/ - (?=\d)/g, ' + '],
  [/\btrue\b/g, 'false'],
  [/\bfalse\b/g, 'true'],
  [/\bsum\(/g, 'max('],
  [/ LIMIT (?:\$\d+|\d+|\u0001+)(?:::\w+)?/g, ''],
];

/**
 * The end of a condition or an ORDER BY that begins at `from`: at a closing bracket that it has not opened, at
 * one of the signs, or where `stop` matches.
 */
function endOf(text, from, stop, signs) {
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    const c = text[i];
    if (c === '(') depth += 1;
    else if (c === ')' && (depth -= 1) < 0) return i;
    else if (depth === 0 && (signs.includes(c) || stop.test(text.slice(i, i + 60)))) return i;
  }
  return text.length;
}

const afterOrder = /^\s+(LIMIT|FETCH|OFFSET|ROWS|RANGE|RETURNING|FOR UPDATE|ON CONFLICT)\b|^\n/;

/** Faults of one text: `[start, end, instead]`. The text between `${` and `}` is masked, and gets no faults. */
function faultsIn(masked) {
  const faults = [];
  for (const [pattern, instead] of swaps)
    for (const match of masked.matchAll(pattern))
      faults.push([match.index, match.index + match[0].length, instead]);
  // Each condition is replaced by `true`, one at a time.
  const conditions = /\b(?:WHERE|AND|ON|HAVING|WHEN)\s+(?!CONFLICT|true\b|COMMIT|DELETE|UPDATE)/g;
  for (const match of masked.matchAll(conditions)) {
    const line = masked.slice(masked.lastIndexOf('\n', match.index) + 1, match.index);
    if (/CREATE|GRANT|TRIGGER|BETWEEN [^()]*$/.test(line)) continue;
    const start = match.index + match[0].length;
    const end = endOf(masked, start, clause, ';,');
    if (end > start) faults.push([start, end, 'true']);
  }
  for (const match of masked.matchAll(/\s+ORDER BY\b/g))
    faults.push([match.index, endOf(masked, match.index + match[0].length, afterOrder, ';'), '']);
  faults.push(...faultsInLists(masked));
  // No faults in SQL comments.
  const comments = [...masked.matchAll(/--[^\n]*/g)].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  return faults.filter(([start, end]) => !comments.some(([from, to]) => start < to && end > from));
}

/** Faults in lists whose order counts: two columns exchanged, an order reversed, a key of an order left out. */
function faultsInLists(masked) {
  const faults = [];
  const lists = /\b(?:INSERT INTO \S+(?: AS \w+)? \(|ORDER BY |PARTITION BY )([\w.]+(?:,\s+[\w.]+)*)/g;
  for (const { 0: all, 1: list, index } of masked.matchAll(lists)) {
    const names = list.split(/,\s+/);
    let at = index + all.length - list.length;
    const [end, isKeys] = [at + list.length, !all.startsWith('INSERT')];
    if (all.startsWith('ORDER') && !/^ DESC\b/.test(masked.slice(end))) faults.push([end, end, ' DESC']);
    for (const [i, name] of names.entries()) {
      const next = at + name.length + /^(,\s+)?/.exec(masked.slice(at + name.length))[0].length;
      const other = names[i + 1];
      if (other && !isKeys) faults.push([at, next + other.length, `${other}, ${name}`]);
      if (other && isKeys) faults.push([at, next, '']);
      // The last key is replaced by the one before: the same key twice has the effect of leaving the last one
      // out.
      if (isKeys && i > 0 && !other) faults.push([at, end, names[i - 1]]);
      at = next;
    }
  }
  return faults;
}

/** Keeps faults that lie within one another or apart, and drops one that overlaps another only in part. */
function nest(faults) {
  const sorted = faults.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const roots = [];
  const open = [];
  for (const [start, end, instead] of sorted) {
    while (open.length > 0 && open.at(-1).end <= start) open.pop();
    const parent = open.at(-1);
    if (parent && end > parent.end) continue;
    const fault = { start, end, instead, inner: [] };
    (parent ? parent.inner : roots).push(fault);
    open.push(fault);
  }
  return roots;
}

/** The text with each fault as a condition that is true; `mark` is called for each `true`, in order. */
function render(raw, from, to, faults, mark) {
  let text = '';
  let at = from;
  for (const { start, end, instead, inner } of faults) {
    text += raw.slice(at, start);
    const code = raw.slice(start, end);
    text += `\${${mark(start, code, instead)} ? \`${render(raw, start, end, inner, mark)}\` : \`${instead}\`}`;
    at = end;
  }
  return text + raw.slice(at, to);
}

/** The templates and texts of a source that are SQL: `[start, end, masked text]`, without their quotation marks. */
function sqlOf(source) {
  const found = [];
  const visit = (node) => {
    const isError = ts.isNewExpression(node) && /Error|Away$/.test(node.expression.getText());
    if (ts.isThrowStatement(node) || isError) return;
    const isTemplate = ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
    const isText = ts.isStringLiteral(node) && isStatement.test(node.text) && !/[`\\]|\$\{/.test(node.text);
    if (isText || (isTemplate && isSql.test(node.getText()))) found.push(toPart(node, source));
    // A template in a template belongs to the outer one, in which it is masked.
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

function toPart(node, source) {
  const [start, end] = [node.getStart() + 1, node.getEnd() - 1];
  let masked = source.slice(start, end);
  for (const { expression } of node.templateSpans ?? []) {
    // From `${` to `}`.
    const [from, to] = [expression.getFullStart() - 2 - start, expression.getEnd() + 1 - start];
    masked = masked.slice(0, from) + '\u0001'.repeat(to - from) + masked.slice(to);
  }
  return [start, end, masked];
}

/** In: a source, and a function that notes each condition. Out: the source with conditions in its SQL. */
export function writeSqlFaults(source, note) {
  let text = '';
  let at = 0;
  for (const [start, end, masked] of sqlOf(source)) {
    const mark = (offset, code, becomes) =>
      note(offset + code.length - code.trimStart().length, code.trim(), becomes.trim());
    const own = faultsIn(masked).map(([from, to, becomes]) => [start + from, start + to, becomes]);
    text += `${source.slice(at, start - 1)}\`${render(source, start, end, nest(own), mark)}\``;
    at = end + 1;
  }
  return text + source.slice(at);
}
