/** Our own faults: which are made, and that a source with conditions behaves as before while no fault is chosen. */
import { expect, it } from '@jest/globals';
// @ts-expect-error a tool of its own, without types
import { writeFaults } from './own-faults.mjs';

interface Fault {
  readonly line: number;
  readonly code: string;
  readonly becomes: string;
}
const written = (source: string) => writeFaults(source) as { text: string; places: Record<string, Fault> };
const faultsOf = (source: string) =>
  Object.values(written(source).places).map(({ line, code, becomes }) => `${line}: ${code} -> ${becomes}`);

const statement = `const schema = 's', which = '$2';
const sql = \`SELECT DISTINCT cell FROM \${schema}.cells c
  LEFT JOIN marks m ON m.position = c.position -- a comment >= 1 AND so on
  WHERE (c.year IS NULL OR c.year >= \${which}) AND c.code = ANY ($1)
  ORDER BY cell, code DESC LIMIT 10 FOR UPDATE OF c\`;`;

it('are conditions taken for granted, signs beside one another, orders, limits and locks left out', () => {
  expect(faultsOf(statement).sort()).toEqual(
    [
      '2: DISTINCT -> ',
      '3: LEFT JOIN -> JOIN',
      '3: m.position = c.position -> true',
      '4: (c.year IS NULL OR c.year >= ${which}) -> true',
      '4: IS NULL -> IS NOT NULL',
      '4: OR -> AND',
      '4: >= -> >',
      '4: c.code = ANY ($1) -> true',
      '5: ORDER BY cell, code DESC -> ',
      '5: cell, -> ',
      '5: code -> cell',
      '5: DESC -> ',
      '5: LIMIT 10 -> ',
      '5: FOR UPDATE OF c -> ',
    ].sort(),
  );
});

it('are in texts that are statements, and not in those that only speak of them', () => {
  expect(faultsOf("const sql = 'SELECT head FROM sequencer WHERE epoch > $1';")).toEqual([
    '1: epoch > $1 -> true',
    '1: > -> >=',
  ]);
  expect(faultsOf("const text = 'nothing is > 1 WHERE there is none';")).toEqual([]);
  expect(faultsOf('throw new Error(`no rows WHERE a > ${b}`);')).toEqual([]);
  expect(faultsOf('CREATE: const sql = `CREATE INDEX i ON t (a) WHERE a > 1`;')).toEqual(['1: > -> >=']);
});

it("are columns in each other's place where values go by order", () => {
  expect(faultsOf('const sql = `INSERT INTO log (a, b) SELECT b, a FROM c ORDER BY b, a`;')).toEqual([
    '1: a, b -> b, a',
    '1: ORDER BY b, a -> ',
    '1: b, -> ',
    '1: a -> b',
    '1:  -> DESC',
  ]);
});

it('are awaits left out of statements, one in another too', async () => {
  const source = [
    'const done = [];',
    'await inTurn(async () => {',
    '  await later(() => done.push(1));',
    '});',
    'const x = await now();',
  ].join('\n');
  const faults = [
    '2: await inTurn(async () => { -> inTurn(async () => {',
    '3: await later(() => done.push(1)); -> later(() => done.push(1));',
  ];
  expect(faultsOf(source).sort()).toEqual(faults);
  const as = `async (inTurn, later, now) => { ${written(source).text}; return [done, x]; }`;
  const run = new Function(`return ${as}`)() as (...of: unknown[]) => Promise<unknown>;
  const soon = async (work: () => Promise<void>) => void (await Promise.resolve(), await work());
  expect(await run(soon, soon, async () => 2)).toEqual([[1], 2]);
});

it('change nothing while none is chosen, and each what it says when it is', () => {
  const { text, places } = written(statement);
  const run = (source: string) => new Function(`${source}; return sql;`)() as string;
  const sql = run(statement);
  expect(run(text)).toBe(sql);
  for (const [place, { code }] of Object.entries(places)) {
    const [line, column] = place.split(':').map(Number) as [number, number];
    const lines = text.split('\n');
    lines[line] = `${lines[line]!.slice(0, column)}false${lines[line]!.slice(column + 4)}`;
    const faulty = run(lines.join('\n'));
    expect([code, faulty === sql]).toEqual([code, false]);
  }
});
