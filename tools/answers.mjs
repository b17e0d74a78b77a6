// Records the answers of a running Rapporteur at every address in every format, and compares two such records
// byte for byte, to show that a change of the code changes no answer. Both records must be made with the same
// store.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const usage = `node tools/answers.mjs record URL FOLDER     asks every address of /openapi.json, keeps the answers
node tools/answers.mjs compare FOLDER FOLDER  exit status 1 where they differ, and what differs

Record with one release, stop it, start the other on the same store (and PORT, HOST), record again, compare.
`;

const day = { asOf: '2008-01-24' };
const year = { from: '2005', to: '2007' };
/**
 * The queries that each address is asked with, beside its formats and vintages. Values for {…} in a path are
 * taken from the store.
 */
const questions = {
  '/v1/trends': [
    {},
    { respondent: 'SV' },
    { respondent: '150', indicator: 'persons-convicted' },
    { breakdown: 'sex' },
    year,
  ],
  '/v1/observations': [{}, { respondent: 'SV,GR' }, { indicator: 'persons-prosecuted', limit: '1000' }, year],
  '/v1/package': [{ collection: 'ecosoc-2006-27' }, { respondent: 'RO' }],
  '/v1/panels': ['419', '150', '142'].map((region) => ({
    region,
    indicator: 'persons-prosecuted',
    collection: 'unodc-glotip',
    from: '2015',
    to: '2018',
  })),
  '/v1/rates': [{}, { respondent: 'SV,GR' }, { indicator: 'victims-detected', limit: '1000' }, year],
  '/v1/tables/sdg-16-2-2': [{}, { respondent: 'SV' }],
  '/v1/charts/trend.svg': [{ indicator: 'persons-prosecuted', respondent: 'SV' }],
  '/v1/charts/trend.png': [{ indicator: 'persons-prosecuted', respondent: 'SV' }],
  '/v1/charts/trend.html': [{ indicator: 'persons-prosecuted', respondent: 'SV' }],
  '/v1/shares': [
    { respondent: 'SV,PE', indicator: 'victims-detected', breakdown: 'form-of-exploitation:forced-labour' },
    {
      ...{ respondent: 'SV,PE', indicator: 'victims-detected', breakdown: 'sex:female', together: 'true' },
      ...{ collection: 'unodc-glotip', from: '2015', to: '2018' },
    },
  ],
  '/v1/findings': [{}, { topic: 'hotline' }, { respondent: 'BG' }],
  '/v1/revisions': [
    { from: '2008-01-01', to: '2008-12-31' },
    { from: '2007-01-01', to: '2026-01-01' },
  ],
  '/v1/availability': [{}, { respondent: 'SV' }],
  '/v1/rounds/{collection}/{round}/report': [{}, { format: 'md' }, { format: 'json' }],
};

/** Values for the parameters of a path. In: the names of the parameters. Out: one or more sets of values. */
async function valuesOf(ask, names) {
  const has = (name) => names.includes(name);
  const rounds = (await ask('/v1/rounds?limit=100')).items.map(({ id }) => id);
  if (has('collection') && has('round'))
    return rounds.map((id) => ({ collection: id.split('/')[0], round: id.split('/')[1] }));
  if (has('position')) return [1, 2, 14, 27].map((position) => ({ position }));
  if (has('type')) return [{ type: 'ReplySubmitted', version: 1 }];
  if (has('file')) return [];
  return [];
}

async function listRequests(ask) {
  const { paths } = await ask('/openapi.json');
  const head = (await ask('/v1/vintages')).position;
  const figures = (await ask('/v1/observations?limit=3')).items.map(({ id }) => id);
  const rounds = (await ask('/v1/rounds?limit=100')).items.map(({ id }) => id);
  const requests = ['/', '/docs', '/openapi.json', '/odata/v4/$metadata'];
  for (const set of ['Observations', 'Trends', 'Findings', 'Coverage'])
    requests.push(
      `/odata/v4/${set}?$top=100`,
      `/odata/v4/${set}?$filter=contains(key,'SV')&$orderby=key desc`,
    );
  for (const [path, { get }] of Object.entries(paths)) {
    if (!get || /^\/(health|metrics|docs|openapi)|stream$/.test(path)) continue;
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    let sets = [{}];
    if (path.startsWith('/v1/observations/')) sets = figures.map((id) => ({ id }));
    else if (path.startsWith('/v1/rounds/{id}')) sets = rounds.map((id) => ({ id }));
    else if (names.length > 0) sets = await valuesOf(ask, names);
    const takes = get.parameters.map(({ name }) => name);
    const forms = get.parameters.find(({ name }) => name === 'format')?.schema.enum ?? [undefined];
    const vintages = takes.includes('asOf') ? [{}, day, { at: String(head) }, { ...day, at: '27' }] : [{}];
    const languages = takes.includes('lang') ? [{}, { lang: 'ar' }] : [{}];
    for (const values of sets)
      for (const question of questions[path] ?? [{}])
        for (const format of forms)
          for (const vintage of vintages)
            for (const language of languages) {
              const address = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]));
              const query = new URLSearchParams({
                ...question,
                ...(format && !question.format ? { format } : {}),
                ...vintage,
                ...language,
              });
              requests.push(query.size > 0 ? `${address}?${query}` : address);
            }
  }
  return [...new Set(requests)].sort();
}

const kept = [
  'content-type',
  'content-language',
  'etag',
  'link',
  'vary',
  'content-disposition',
  'rapporteur-position',
  'cache-control',
];

async function record(url, folder) {
  await mkdir(folder, { recursive: true });
  const ask = async (path) => (await fetch(url + path)).json();
  const requests = await listRequests(ask);
  const answers = {};
  for (const [i, request] of requests.entries()) {
    const answer = await fetch(url + request);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const name = createHash('sha256').update(bytes).digest('hex');
    await writeFile(join(folder, name), bytes);
    const headers = Object.fromEntries(kept.map((header) => [header, answer.headers.get(header)]));
    answers[request] = { status: answer.status, bytes: bytes.length, body: name, headers };
    if (process.stderr.isTTY || i % 100 === 99) process.stderr.write(`\r${i + 1}/${requests.length}`);
  }
  await writeFile(join(folder, 'answers.json'), JSON.stringify(answers, null, 1));
  process.stdout.write(
    `\n${requests.length} answers, ${Object.values(answers).filter(({ status }) => status === 200).length} of them 200\n`,
  );
}

async function compare(before, after) {
  const read = async (folder) => JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8'));
  const [was, is] = [await read(before), await read(after)];
  let differences = 0;
  for (const request of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const same = JSON.stringify(was[request]) === JSON.stringify(is[request]);
    if (same) continue;
    differences += 1;
    process.stdout.write(`${request}\n  ${JSON.stringify(was[request])}\n  ${JSON.stringify(is[request])}\n`);
  }
  process.stdout.write(`${Object.keys(was).length} answers compared, ${differences} differ\n`);
  return differences === 0 ? 0 : 1;
}

const [verb, one, two] = process.argv.slice(2);
if (verb === 'record' && two) await record(one.replace(/\/$/, ''), two);
else if (verb === 'compare' && two) process.exitCode = await compare(one, two);
else {
  process.stdout.write(usage);
  process.exitCode = verb === '--help' ? 0 : 2;
}
