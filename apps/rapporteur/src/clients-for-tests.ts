/**
 * What the tests of clients by others run against. CLIENTS_ON says what: `2008`, the product with the round of 2008 (unasked);
 * `unodc`, the same with UNODC's file; `apart`, the three services as processes of their own on Kafka, with both.
 */
import { ownerHeaders, startBroker, createTestDatabase, startCommand } from '@rapporteur/testing';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startInFolder, type ProductInFolder } from './product-for-tests.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const round2008 = join(root, 'data/ecosoc-2006-27/2008');
const unodc = process.env['UNODC_GLOTIP_FILE'] ?? join(root, '../shared/data/unodc-glotip-2023-05-30.xlsx');

const settings = ['2008', 'unodc', 'apart'] as const;
/** Errors: it is none of the three, or UNODC's file is not there. */
export function readSetting(): (typeof settings)[number] {
  const named = process.env['CLIENTS_ON'] ?? '2008';
  const setting = settings.find((one) => one === named);
  if (!setting) throw new Error(`CLIENTS_ON is "${named}"; it may be ${settings.join(', ')}`);
  if (setting !== '2008' && !existsSync(unodc))
    throw new Error(
      `CLIENTS_ON is "${setting}", and ${unodc} is not there: UNODC_GLOTIP_FILE may say where it is`,
    );
  return setting;
}

/** Milliseconds that a start of the setting, or one client that reads all of it, may take. */
export const clientMs = () => (readSetting() === '2008' ? 180_000 : 1_800_000);

/** Out: the product, or the api of the services that are apart, with its figures in the tables. Errors: as readSetting; a start that fails. */
export async function startForClients(): Promise<ProductInFolder> {
  const setting = readSetting();
  if (setting === 'apart') return startApart();
  const product = await startInFolder();
  try {
    if (setting === 'unodc') await importUnodc(product.url);
    return product;
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function startApart(): Promise<ProductInFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-apart-'));
  const [broker, database] = await Promise.all([startBroker({ brokers: 1 }), createTestDatabase()]);
  const env = {
    DATABASE_URL: database.url,
    KAFKA_BROKERS: broker.addresses,
    KAFKA_TOPIC: `t-${randomUUID()}`,
    KAFKA_GROUP: `g-${randomUUID()}`,
    PORT: '0',
  };
  const commands = ['ingest', 'aggregator', 'api'].map((app) =>
    startCommand(process.execPath, [`apps/${app}/dist/main.js`], { cwd: root, env }),
  );
  const stop = async () => {
    for (const { child } of commands) child.kill('SIGTERM');
    await Promise.all(commands.map(({ ended }) => ended));
    await Promise.all([database.drop(), broker.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [ingest, , api] = await Promise.all(
      commands.map(async ({ waitFor }) => (await waitFor(/ is at (http\S+)/))[1]!),
    );
    await sendRound(ingest!);
    await importUnodc(ingest!);
    return { url: api!, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Sends the round of 2008 reply by reply. Errors: the answer to what was refused. */
async function sendRound(ingest: string): Promise<void> {
  const read = (file: string) => readFileSync(join(round2008, file), 'utf8');
  await post(`${ingest}/v1/rounds`, read('round.json'), 'application/json');
  for (const file of readdirSync(round2008).sort())
    if (file.endsWith('.json') && file !== 'round.json')
      await post(`${ingest}/v1/rounds/ecosoc-2006-27/2008/replies`, read(file), 'application/json');
}

/** Imports UNODC's file; the answer comes when it is in the tables. Errors: the answer to what was refused. */
async function importUnodc(ingest: string): Promise<void> {
  const query = 'collection=unodc-glotip&round=2023&received=2023-05-30&name=unodc-glotip-2023-05-30.xlsx';
  await post(`${ingest}/v1/imports?${query}`, readFileSync(unodc), 'application/octet-stream');
}

async function post(url: string, body: string | Buffer, type: string): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { ...ownerHeaders(), 'content-type': type },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text.slice(0, 500)}`);
}
