/** Receipts, previews and refusals of the write side have the fields that the contract names, and no others. */
import { documents } from '../service/documents.js';
import { service } from '@rapporteur/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { replyReceiptAnswer, roundReceiptAnswer, staleProblem } from '@rapporteur/contract';
import { createServer } from '@rapporteur/http';
import { openDatabase, type Database } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase, openDoor } from '@rapporteur/testing';
import { IngestModule } from '../service/ingest.module.js';

let test: TestDatabase;
let database: Database;
let app: NestFastifyApplication;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase({ url: test.url });
  app = await createServer(IngestModule.with({ database, url: test.url, onError: () => undefined }), {
    door: openDoor(service),
    documents,
  });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  await database.destroy();
  await test.drop();
});

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const response = await app.inject({ method: 'POST', url, headers, payload: body });
  return [response.statusCode, response.json() as unknown] as const;
}

const figure = (value: number) => ({
  indicator: 'persons-prosecuted',
  period: '2007',
  value,
  paragraph: 14,
  breakdown: { sex: 'female' },
});
const shelters = { topic: 'shelters', paragraph: 4 };
const round = { collection: 'c', round: '2008', cutOff: '2008-01-24' };
const reply = {
  respondent: 'Islandia',
  receivedOn: { onOrBefore: '2008-02-11' },
  observations: [figure(4)],
  findings: [{ topic: 'hotline', detail: 'adults', paragraph: 3 }, shelters],
};
const correction = {
  receivedOn: '2008-03-03',
  reason: 'counted twice',
  observations: { changed: [figure(3)] },
  findings: { retracted: [shelters] },
};
const replies = '/v1/rounds/c/2008/replies';
const ifMatch = { 'if-match': '"1"' };

describe('what is answered to a command', () => {
  it.each([
    ['a round', 200, '/v1/rounds?dryRun=true', round, {}, roundReceiptAnswer],
    ['a round', 201, '/v1/rounds', round, {}, roundReceiptAnswer],
    ['a reply', 200, `${replies}?dryRun=true`, reply, {}, replyReceiptAnswer],
    ['a reply', 201, replies, reply, {}, replyReceiptAnswer],
    ['a correction', 200, `${replies}/IS/corrections?dryRun=true`, correction, ifMatch, replyReceiptAnswer],
    ['a correction', 201, `${replies}/IS/corrections`, correction, ifMatch, replyReceiptAnswer],
    [
      'a correction of a version that has passed',
      409,
      `${replies}/IS/corrections`,
      correction,
      ifMatch,
      staleProblem,
    ],
  ] as const)('to %s, with status %s, is by the contract', async (_, status, url, body, headers, schema) => {
    const [answered, told] = await post(url, body, headers);
    expect([answered, told]).toEqual([status, expect.anything()]);
    expect(schema.parse(told)).toEqual(told);
  });
});
