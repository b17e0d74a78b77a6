/** A dry run predicts exactly what the tables then say: compared with the tables over random histories. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { poolOf } from '@rapporteur/postgres';
import { createTestDatabase, type TestDatabase, ownerHeaders, ownerKeyFile } from '@rapporteur/testing';
import { startRapporteur, type Rapporteur } from './start-rapporteur.js';

let test: TestDatabase;
let rapporteur: Rapporteur;

beforeAll(async () => {
  test = await createTestDatabase();
  rapporteur = await startRapporteur({ ...ownerKeyFile, DATABASE_URL: test.url, PORT: '0' }, () => undefined);
}, 60_000);
afterAll(async () => {
  await rapporteur.close();
  await test.drop();
});

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(rapporteur.url + path, {
    method: 'POST',
    headers: { ...ownerHeaders(), 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is in it is what the tests are about
  return { status: response.status, body: (await response.json()) as any };
}
const countStored = async () =>
  (
    await poolOf(rapporteur.database).query(
      `SELECT (SELECT count(*) FROM streams) AS streams, (SELECT count(*) FROM requests) AS requests,
        (SELECT count(*) FROM log) + (SELECT count(*) FROM pending) AS events`,
    )
  ).rows[0];

/** Numbers that are the same in every run (mulberry32, Tommy Ettinger). */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const said = (items: { value: number | null; qualifier: string; round: string }[]) =>
  items.map(({ value, qualifier, round }) => ({ value, qualifier, round }));
const comparable = (items: { kind: string; id: string; before: never[]; after: never[] }[]) =>
  items.map(({ kind, id, before, after }) => ({ kind, id, before: said(before), after: said(after) }));

describe('a dry run', () => {
  it.each([1, 2, 3])(
    'tells what the tables then say, and stores nothing (history %s)',
    async (seed) => {
      const random = makeRandom(seed);
      const pick = <T>(items: readonly T[]): T => items[random(items.length)]!;
      const collection = `c-${seed}`;
      const rounds = ['2006', '2008', '2010'];
      for (const round of rounds)
        await post('/v1/rounds', { collection, round, cutOff: '2011-01-24', complete: round === '2010' });
      const figure = () => ({
        indicator: pick(['persons-prosecuted', 'persons-arrested']),
        period: pick(['2004', '2005', '2003/2005']),
        value: random(40),
        paragraph: 14,
        ...(random(4) === 0 ? { qualifier: 'at-least' } : {}),
      });
      const figures = () => {
        const all = Array.from({ length: 1 + random(3) }, figure);
        return all.filter(
          (one, i) => all.findIndex((o) => o.indicator + o.period === one.indicator + one.period) === i,
        );
      };
      const findings = () =>
        random(2) === 0 ? [] : [{ topic: pick(['shelters', 'hotline']), paragraph: 1 + random(2) }];
      const kinds = new Set<string>();
      let changed = 0;
      for (let step = 0; step < 60; step += 1) {
        // The day mostly grows with each step, but some replies arrive after others that have a later day.
        const day = Date.UTC(2011, 0, 30 + step * 2 - random(30));
        const receivedOn = new Date(day).toISOString().slice(0, 10);
        const content = { receivedOn, observations: figures(), findings: findings() };
        const reply = `/v1/rounds/${collection}/${pick(rounds)}/replies`;
        const [path, body] = pick([
          [reply, { respondent: 'SV', ...content }],
          [`${reply}/SV/replacement`, { ...content, reason: 'a new text' }],
          [
            `${reply}/SV/corrections`,
            { receivedOn, reason: 'an error', observations: { changed: figures() } },
          ],
          [`${reply}/SV/corrections`, { receivedOn, reason: 'more', observations: { added: figures() } }],
          [`${reply}/SV/withdrawal`, { receivedOn, reason: 'sent by mistake' }],
        ] as const);
        const before = await countStored();
        const preview = await post(`${path}?dryRun=true`, body);
        expect(await countStored()).toEqual(before);
        const sent = await post(path, body);
        if (sent.status >= 400) {
          expect(preview).toEqual(sent);
          continue;
        }
        expect(preview.status).toBe(200);
        expect(preview.body).toMatchObject({ dryRun: true, recorded: false, late: sent.body.late });
        if (!sent.body.recorded) {
          expect(preview.body.changes).toEqual({ figures: [], findings: { added: [], withdrawn: [] } });
          continue;
        }
        expect(preview.body.version).toBe(sent.body.version - 1);
        const events = await fetch(`${rapporteur.url}/v1/rounds?wait=${sent.body.token}`);
        const { position } = (await events.json()) as { position: number };
        const changes = await fetch(`${rapporteur.url}/v1/events/${position}/changes?limit=1000`);
        // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
        const told = (await changes.json()) as any;
        expect(comparable(preview.body.changes.figures)).toEqual(comparable(told.items));
        const { added, withdrawn } = preview.body.changes.findings;
        expect({ added: added.length, withdrawn: withdrawn.length }).toEqual(told.findings);
        kinds.add(told.type);
        changed += told.items.length;
      }
      // With fewer kinds too little would have been compared.
      expect(kinds.size).toBeGreaterThanOrEqual(3);
      expect(changed).toBeGreaterThan(10);
    },
    60_000,
  );

  it('leaves an Idempotency-Key unused, and gives no answer that was kept under one', async () => {
    await post('/v1/rounds', { collection: 'k', round: '2008' });
    const path = '/v1/rounds/k/2008/replies';
    const key = { 'idempotency-key': 'dry' };
    const reply = { respondent: 'SV', receivedOn: '2008-02-01' };
    expect((await post(`${path}?dryRun=true`, reply, key)).body).toMatchObject({ dryRun: true });
    const sent = await post(path, reply, key);
    expect([sent.status, sent.body.recorded]).toEqual([201, true]);
    const again = await post(
      `${path}/SV/withdrawal?dryRun=true`,
      { receivedOn: '2008-02-02', reason: 'n' },
      key,
    );
    expect([again.status, again.body]).toMatchObject([200, { dryRun: true, version: 1 }]);
    expect(again.body).not.toHaveProperty('token');
  });

  it('is held to If-Match, and to its name', async () => {
    await post('/v1/rounds', { collection: 'm', round: '2008' });
    const reply = { respondent: 'SV', receivedOn: '2008-02-01' };
    expect((await post('/v1/rounds/m/2008/replies?dryrun=true', reply)).status).toBe(400);
    expect((await post('/v1/rounds/m/2008/replies?dryRun=yes', reply)).status).toBe(400);
    expect((await post('/v1/rounds/m/2008/replies?dryRun=false', reply)).status).toBe(201);
    const response = await fetch(`${rapporteur.url}/v1/rounds/m/2008/replies/SV/withdrawal?dryRun=true`, {
      method: 'POST',
      headers: { ...ownerHeaders(), 'content-type': 'application/json', 'if-match': '"7"' },
      body: JSON.stringify({ receivedOn: '2008-02-02', reason: 'none' }),
    });
    expect([response.status, await response.json()]).toMatchObject([409, { version: 1 }]);
  });
});
