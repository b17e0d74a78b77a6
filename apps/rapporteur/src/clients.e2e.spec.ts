/** The clients in Python and R against the running product: data frames with every cell, also of an earlier day. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientMs, startForClients } from './clients-for-tests.js';
import type { ProductInFolder } from './product-for-tests.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const venv = join(process.env['SDMX_CLIENTS'] ?? join(root, '.cache/sdmx-clients'), 'sdmx1/bin/python');

let folder: string;
let product: ProductInFolder;
let url: string;

beforeAll(async () => {
  product = await startForClients();
  ({ folder, url } = product);
}, clientMs());
afterAll(async () => {
  await product.stop();
}, 30_000);

/** Out: what a program writes, and its exit code. */
const run = (command: string, args: readonly string[]) =>
  new Promise<{ code: number; output: string; faults: string }>((done) => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', RAPPORTEUR_URL: url };
    execFile(
      command,
      [...args],
      { cwd: folder, env, timeout: clientMs() - 10_000, maxBuffer: 1 << 29 },
      (error, output, faults) => done({ code: error ? Number(error.code ?? 1) : 0, output, faults }),
    );
  });

function itWith(name: string, isThere: boolean) {
  if (!isThere) process.stderr.write(`${name} is not tried: it is not installed here.\n`);
  return isThere || process.env['CI'] ? it : it.skip;
}

/** Identifier, value as the service writes it and period of every point of the round's trends. */
async function expected(query: string): Promise<string[]> {
  const text = await (await fetch(`${url}/v1/observations?limit=all&format=csv&${query}`)).text();
  const rows = parse(text, { columns: true }) as Record<'id' | 'value' | 'period', string>[];
  return rows.map(({ id, value, period }) => `${id} ${value || 'none'} ${period}`).sort();
}

const inPython = `
import sys
sys.path.insert(0, ${JSON.stringify(join(root, 'clients/python'))})
from rapporteur_client import RapporteurError, observations, respondents, trends
for as_of in (None, "2008-01-23"):
    frame = observations(as_of=as_of)
    for row in frame.itertuples():
        value = "none" if row.value != row.value else f"{row.value:g}"
        print("cell", as_of, row.id, value, row.period, sep="\\t")
print("position", observations().attrs["position"])
print("Namibia", list(respondents().query("code == 'NA'")["name"]))
print("series", list(trends(respondent=["SV", "IS"], indicator="persons-prosecuted", collection="ecosoc-2006-27")["value"]))
try:
    trends(respondent="Atlantis")
except RapporteurError as error:
    print("refused", error)
`;

const inR = `
source(${JSON.stringify(join(root, 'clients/r/rapporteur.R'))})
for (as_of in list(NULL, "2008-01-23")) {
  frame <- observations(as_of = as_of)
  label <- if (is.null(as_of)) "None" else as_of
  if (nrow(frame) > 0) {
    value <- ifelse(is.na(frame$value), "none", format(frame$value, trim = TRUE, scientific = FALSE, drop0trailing = TRUE))
    cat(paste("cell", label, frame$id, value, frame$period, sep = "\\t"), sep = "\\n")
    cat("\\n")
  }
}
cat("Namibia", subset(respondents(), code == "NA")$name, "\\n")
cat("series", trends(respondent = c("SV", "IS"), indicator = "persons-prosecuted", collection = "ecosoc-2006-27")$value, "\\n")
tryCatch(trends(respondent = "Atlantis"), error = function(error) cat("refused", conditionMessage(error), "\\n"))
`;

async function checkCells(output: string): Promise<void> {
  const cells = output
    .split('\n')
    .map((line) => line.trim().split('\t'))
    .filter(([first]) => first === 'cell');
  const ofDay = (day: string) => cells.filter(([, at]) => at === day).map((cell) => cell.slice(2).join(' '));
  expect(ofDay('None').sort()).toEqual(await expected(''));
  expect(ofDay('None').length).toBeGreaterThan(20);
  expect(ofDay('2008-01-23').sort()).toEqual(await expected('asOf=2008-01-23'));
}

itWith('The client in Python', existsSync(venv))(
  'reads every cell in Python',
  async () => {
    const { code, output, faults } = await run(venv, ['-c', inPython]);
    expect([code, faults]).toEqual([0, '']);
    await checkCells(output);
    const { position } = (await (await fetch(`${url}/v1/observations`)).json()) as { position: number };
    expect(output).toContain(`position ${position}`);
    expect(output).toContain("Namibia ['Namibia']");
    expect(output).toContain('series [18, 37, 6]');
    expect(output).toMatch(/refused .*"Atlantis" is no respondent/);
  },
  clientMs(),
);

itWith('The client in R', spawnSync('Rscript', ['--version']).status === 0)(
  'reads every cell in R',
  async () => {
    writeFileSync(join(folder, 'read.R'), inR);
    const { code, output, faults } = await run('Rscript', ['--vanilla', join(folder, 'read.R')]);
    expect([code, faults]).toEqual([0, '']);
    await checkCells(output);
    expect(output).toContain('Namibia Namibia');
    expect(output).toContain('series 18 37 6');
    expect(output).toMatch(/refused .*respondent=Atlantis.* \(400\)/);
  },
  clientMs(),
);

it('are what the addresses say: tools/clients/generate.mjs makes the same files', async () => {
  const made = join(folder, 'made');
  const { code, faults } = await run(process.execPath, [join(root, 'tools/clients/generate.mjs'), url, made]);
  expect([code, faults]).toEqual([0, '']);
  for (const name of readdirSync(made, { recursive: true }) as string[])
    if (/\.(py|R)$/.test(name))
      expect([name, readFileSync(join(made, name), 'utf8')]).toEqual([
        name,
        readFileSync(join(root, 'clients', name), 'utf8'),
      ]);
}, 60_000);
