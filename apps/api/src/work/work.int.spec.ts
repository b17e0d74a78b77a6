/** Work items over real HTTP: who may say what, two at once, and what a correction makes of what was settled. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { service, type Authority, type DomainEvent, type Grant } from '@rapporteur/domain';
import { rebuildTables } from '@rapporteur/projections';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  corrected,
  figure,
  opened,
  openFilledStore,
  submitted,
  type FilledStore,
} from '../harness/filled-store.js';
import { workMigrations } from './create-work-items.js';

let store: FilledStore;
let url: string;
let grants: Authority['principal']['grants'];
/** Whoever asks is a person with this name where it is given. */
let person: string | undefined;
let namings: Authority['namings'];

beforeEach(async () => {
  ({ grants } = service.principal);
  [person, namings] = [undefined, {}];
  const authority: Authority = {
    ...service,
    get signedInBy() {
      return person === undefined ? ('service' as const) : ('link' as const);
    },
    get namings() {
      return namings;
    },
    principal: {
      ...service.principal,
      get name() {
        return person ?? service.principal.name;
      },
      get grants() {
        return grants;
      },
    },
  };
  store = await openFilledStore({}, authority);
  for (const Migration of workMigrations)
    await new Migration().up({ query: (sql: string) => store.pool.query(sql) } as never);
  url = await store.listen();
  await store.record(
    opened('c', '2008', ['SV']),
    submitted('SV', '2008-01-20', [
      figure('hotline-calls', '2007', 3),
      figure('hotline-calls-on-trafficking', '2007', 5),
    ]),
  );
  await store.apply();
});
afterEach(() => store.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is in it is what the tests are about
async function ask(path: string, body?: object): Promise<{ status: number; body: any }> {
  const response = await fetch(`${url}/v1/work-items${path}`, {
    ...(body
      ? { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
      : {}),
  });
  return { status: response.status, body: await response.json() };
}
const only = async () => (await ask('')).body.items[0];
const say = (key: string, version: number, state = 'resolved') =>
  ask(`/${key}`, { version, state, note: 'asked the focal point', owner: 'ana' });

it('keeps what was said with who and when, through a rebuild, and finds it by its filters', async () => {
  const { key, version, state } = await only();
  expect([version, state]).toEqual([0, 'open']);
  const { status, body } = await say(key, 0, 'in-progress');
  expect([status, body.version, body.history]).toMatchObject([
    200,
    1,
    [{ version: 1, state: 'in-progress', by: service.principal.id, owner: 'ana' }],
  ]);
  await rebuildTables(store.pool);
  expect(await only()).toMatchObject({ key, state: 'in-progress', found: true, reopened: false });
  const counts = await Promise.all(
    [
      '?state=in-progress',
      '?owner=ana',
      '?respondent=SV',
      '?kind=part-exceeds-whole',
      '?state=open',
      '?owner=',
    ].map(async (filter) => (await ask(filter)).body.items.length),
  );
  expect(counts).toEqual([1, 1, 1, 1, 0, 0]);
});

it('stores one of two that are sent at once, and tells the other what is there now', async () => {
  const { key } = await only();
  const answers = await Promise.all([say(key, 0), say(key, 0, 'not-an-error')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [stored, refused] = answers[0].status === 200 ? answers : [answers[1], answers[0]];
  expect(refused!.body).toMatchObject({
    type: '/problems/work-item-changed',
    current: { version: 1, state: stored!.body.state },
  });
});

it('waits for another connection that stores the same version, and then refuses', async () => {
  const { key } = await only();
  const other = await store.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO work_items (key, version, state, note, said_by, inconsistency) VALUES ($1, 1, 'open', 'mine', 'eva', '{"events": [], "cells": []}')`,
      [key],
    );
    const answer = say(key, 0);
    await sleep(300);
    await other.query('COMMIT');
    expect(await answer).toMatchObject({ status: 409, body: { current: { version: 1, note: 'mine' } } });
  } finally {
    other.release();
  }
});

it('opens what was settled when its figures change, and ends it with the correction that mended it', async () => {
  const { key } = await only();
  await say(key, 0);
  await store.record(corrected('SV', '2008-02-01', [figure('hotline-calls', '2007', 4)]));
  await store.apply();
  expect(await only()).toMatchObject({ key, state: 'open', reopened: true, found: true, correction: 3 });
  await say(key, 1);
  await store.record(corrected('SV', '2008-02-02', [figure('hotline-calls', '2007', 9)]));
  await store.apply();
  expect(await only()).toMatchObject({ key, state: 'resolved', found: false, correction: 4, version: 2 });
});

it('tells every problem of a body at once, and refuses what is unknown', async () => {
  const { key } = await only();
  const { status, body } = await ask(`/${key}`, { version: -1, state: 'done', note: 1, owner: '' });
  expect([status, body.problems.map(({ pointer }: { pointer: string }) => pointer).sort()]).toEqual([
    422,
    ['/note', '/owner', '/state', '/version'],
  ]);
  expect((await say('0', 0)).status).toBe(404);
  expect((await ask('?state=done&kind=x')).body.problems).toHaveLength(2);
});

it('shows and takes what the scope of a role covers, and nothing else', async () => {
  const { key } = await only();
  const as = (role: Grant['role'], respondents: 'all' | string[]) => {
    grants = [{ number: 1, role, scope: { respondents, collections: 'all' } }];
  };
  as('desk-officer', ['GR']);
  expect((await ask('')).body.items).toEqual([]);
  expect((await say(key, 0)).status).toBe(403);
  as('reader', 'all');
  expect((await ask('')).body.items).toHaveLength(1);
  expect((await say(key, 0)).status).toBe(403);
  as('focal-point', ['SV']);
  expect((await ask('')).status).toBe(403);
  expect((await say(key, 0)).status).toBe(403);
  as('statistician', ['SV']);
  expect((await say(key, 0)).status).toBe(200);
});

const asks = (asked: string[] | null): DomainEvent => {
  const { data } = opened('c', '2010') as Extract<DomainEvent, { type: 'RoundOpened' }>;
  return {
    type: 'RoundOpened',
    data: {
      ...data,
      ...{ noteVerbaleOn: '2010-01-05', listed: null },
      asked: asked?.map((code) => ({ code, asWritten: code, match: 'code' as const })) ?? null,
    },
  };
};
const questions = async () =>
  (await ask('')).body.items
    .filter(({ kind }: { kind: string }) => ['no-reply', 'theme-not-answered'].includes(kind))
    .map(({ respondent, theme, found }: Record<string, unknown>) => [respondent, theme, found].join(' '));

it('holds what a round asked and a State has not answered, until it answers, with what was said of it', async () => {
  await store.record(
    asks(['SV', 'GR']),
    submitted('SV', '2010-02-01', [figure('hotline-calls', '2009', 1)], [], '2010'),
  );
  await store.apply();
  // Hotlines are of theme B.
  const ofSv = ['A', 'C', 'D', 'E', 'F', 'G'].map((theme) => `SV ${theme} true`);
  expect(await questions()).toEqual([...ofSv, 'GR  true']);
  const { items } = (await ask('?kind=no-reply')).body;
  expect(items).toMatchObject([{ round: 'c/2010', respondent: 'GR', theme: null, events: [], version: 0 }]);
  await say(items[0].key, 0, 'in-progress');
  await store.record(submitted('GR', '2010-02-03', [figure('persons-prosecuted', '2009', 1)], [], '2010'));
  await store.apply();
  const [answered] = (await ask('?kind=no-reply')).body.items;
  expect(answered).toMatchObject({
    state: 'in-progress',
    found: false,
    correction: 5,
    note: 'asked the focal point',
  });
  expect((await questions()).filter((one: string) => one.startsWith('GR')).length).toBe(7);
});

it('asks nothing of those who were not asked by a note verbale, and opens a settled question when the reply is replaced', async () => {
  await store.record(
    asks(null),
    submitted('SV', '2010-02-01', [figure('hotline-calls', '2009', 1)], [], '2010'),
  );
  await store.apply();
  const [first] = (await ask('?kind=theme-not-answered')).body.items;
  expect(first).toMatchObject({ round: 'c/2010', theme: 'A', events: [4] });
  await say(first.key, 0, 'not-an-error');
  const next = submitted('SV', '2010-03-01', [figure('hotline-calls', '2009', 2)], [], '2010');
  const { resolved: _, ...data } = (next as Extract<DomainEvent, { type: 'ReplySubmitted' }>).data;
  const because = { reason: 'a new letter', reference: 'NV/2' };
  await store.record({ type: 'ReplyReplaced', data: { ...data, ...because } });
  await store.apply();
  const after = (await ask('?kind=theme-not-answered')).body.items[0];
  expect(after).toMatchObject({ key: first.key, state: 'open', reopened: true, events: [5] });
});

it.each([
  ['role', 'desk officer'],
  ['state', 'desk officer'],
  ['name', 'Dora Desk'],
] as const)('names who said something as the policy "%s" of the collection does', async (naming, by) => {
  person = 'Dora Desk';
  grants = [{ number: 1, role: 'desk-officer', scope: { respondents: 'all', collections: 'all' } }];
  namings = { c: naming };
  const { key } = await only();
  const { body } = await say(key, 0);
  expect(body.history).toMatchObject([{ by }]);
  expect(JSON.stringify(await ask(''))).not.toContain(service.principal.id);
});
