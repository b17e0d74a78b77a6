/** The real command on an empty folder: the 2008 round from file to answer, kept over restarts and kills. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCommand, type RunningCommand, ownerHeaders } from '@rapporteur/testing';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const node = process.execPath;
let folder: string;
let running: RunningCommand;
let url: string;

const start = async (env: Record<string, string> = {}) => {
  running = startCommand(node, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATA_DIR: folder, PORT: '0', ...env },
  });
  [, url = ''] = await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
};
const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
  running.child.kill(signal);
  return running.ended;
};

interface Answer {
  readonly [key: string]: never;
}
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/v1${path}`, { headers });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
};
const text = async (path: string) => (await fetch(`${url}/v1${path}`)).text();
const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/v1${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...ownerHeaders(), 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, body: (await response.json()) as Answer };
};

interface Series {
  readonly indicator: { code: string };
  readonly years: { year: number; value: number; paragraph: number; event: number }[];
  readonly spans: { from: string; to: string; value: number }[];
  readonly direction: string;
}
const seriesOf = async (respondent: string, more = '') => {
  const { body } = await get(`/trends?respondent=${respondent}${more}`);
  return body['series'] as unknown as Series[];
};
const yearly = (series: Series[], indicator: string) =>
  Object.fromEntries(
    series
      .filter((s) => s.indicator.code === indicator)
      .flatMap((s) => s.years.map(({ year, value }) => [year, value])),
  );
const replies = '/rounds/ecosoc-2006-27/2008/replies';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'));
  await start();
}, 60_000);
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('npm start on an empty folder', () => {
  it('prints where to look and the table of El Salvador', () => {
    expect(running.output()).toMatch(/\/docs/);
    expect(running.output()).toMatch(/2005 +2006 +2007/);
    expect(running.output()).toMatch(/18 +37 +6 +paragraph 14/);
  });

  it('has the cases, arrests and prosecutions of El Salvador, each with paragraph and event', async () => {
    const series = await seriesOf('SV');
    expect(yearly(series, 'cases-investigated')).toEqual({ 2005: 32, 2006: 67, 2007: 39 });
    expect(yearly(series, 'persons-arrested')).toEqual({ 2005: 53, 2006: 56, 2007: 30 });
    expect(yearly(series, 'persons-prosecuted')).toEqual({ 2005: 18, 2006: 37, 2007: 6 });
    const years = series.flatMap((s) => s.years);
    expect(years.every(({ paragraph }) => paragraph === 14)).toBe(true);
    const { body } = await get(`/events/${years[0]!.event}`);
    expect(body).toMatchObject({ type: 'ReplySubmitted', data: { respondent: 'SV' } });
  });

  it('has the figures of Greece for 2003 to 2006 as spans and nowhere as years', async () => {
    const series = await seriesOf('GR');
    const spans = series.flatMap((s) =>
      s.spans.map(({ from, to, value }) => [s.indicator.code, from, to, value]),
    );
    expect(spans).toEqual(expect.arrayContaining([['persons-arrested', '2003', '2006', 980]]));
    expect(spans.map((span) => span[3])).toEqual(expect.arrayContaining([244, 494]));
    expect(
      series
        .flatMap((s) => s.years.map(({ value }) => value))
        .filter((value) => [244, 980, 494].includes(value)),
    ).toEqual([]);
    expect(series.every(({ direction }) => direction === 'insufficient-data')).toBe(true);
  });

  it.each([
    ['protocol-ratified', 5, 1, 'BY BG HR SV EE HU LV MM NL OM PH PL RO'],
    ['legislation-incomplete', 5, 2, 'EE JO NE OM'],
    ['ratification-under-way', 5, 3, 'LI'],
    ['domestic-law-without-ratification', 5, 4, 'CZ JP'],
    ['penalties-reported', 6, 5, 'BY BG LV'],
    ['related-offences', 6, 6, 'BG CU EE'],
    ['money-laundering-predicate', 6, 7, 'BG SV EE JP'],
    ['crc-optional-protocol', 7, 8, 'BG CZ SV EE HU JP LI MU NE'],
    ['coordinated-support', 60, 10, 'BG HR HU LV LI PL'],
  ])('lists %s as paragraph %d, footnote %d does', async (topic, paragraph, footnote, codes) => {
    const { body } = await get(`/findings?topic=${topic}`);
    const items = body['items'] as unknown as {
      respondent: { code: string };
      paragraph: number;
      footnote: number;
    }[];
    expect(items.map(({ respondent }) => respondent.code).sort()).toEqual(codes.split(' ').sort());
    expect(items.every((item) => item.paragraph === paragraph && item.footnote === footnote)).toBe(true);
  });

  it('reports Latvia and Slovenia among the inconsistencies', async () => {
    const { body } = await get('/inconsistencies');
    const items = body['items'] as unknown as { kind: string; respondent: { code: string; name: string } }[];
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'cited-but-not-listed', respondent: { code: 'LV', name: 'Latvia' } }),
        expect.objectContaining({
          kind: 'listed-but-not-cited',
          respondent: { code: 'SI', name: 'Slovenia' },
        }),
      ]),
    );
  });

  it('says of every figure which reply and paragraph it stands in', async () => {
    const { body } = await get('/observations?limit=1000');
    const items = body['items'] as unknown as { id: string; paragraph: number; event: number }[];
    expect(items.length).toBeGreaterThan(40);
    expect(items.filter(({ paragraph, event }) => !(paragraph > 0) || !(event > 0))).toEqual([]);
  });
});

describe('a correction', () => {
  const asked = `/trends?respondent=SV&indicator=persons-prosecuted&asOf=2008-01-24&at=`;
  it('is in the tables once the token says so, and leaves every earlier vintage as it was', async () => {
    const { body: before } = await get('/trends?respondent=SV');
    const cited = await text(`${asked}${String(before['position'])}`);
    const correction = {
      receivedOn: '2008-02-20',
      reason: 'typing error',
      reference: 'E/CN.15/2008/6/Corr.1',
      observations: {
        changed: [{ indicator: 'persons-prosecuted', period: '2007', value: 8, paragraph: 14 }],
      },
    };
    const { status, body } = await post(`${replies}/SV/corrections`, correction, { 'if-match': '"1"' });
    expect(status).toBe(201);
    expect(yearly(await seriesOf('SV', `&wait=${String(body['token'])}`), 'persons-prosecuted')).toEqual({
      2005: 18,
      2006: 37,
      2007: 8,
    });
    expect(yearly(await seriesOf('SV', '&asOf=2008-02-19'), 'persons-prosecuted')).toEqual({
      2005: 18,
      2006: 37,
      2007: 6,
    });
    expect(await text(`${asked}${String(before['position'])}`)).toBe(cited);
    await stop();
    await start();
    expect(await text(`${asked}${String(before['position'])}`)).toBe(cited);
    expect(running.output()).not.toContain('Loading the 2008 round');
    const id = 'ecosoc-2006-27~SV~persons-prosecuted~_T~2007';
    expect((await get(`/observations/${id}`)).body).toMatchObject({ id });
  }, 60_000);

  it('outlives SIGKILL of the whole process: what was answered is there', async () => {
    const { body } = await post(replies, {
      respondent: 'France',
      receivedOn: '2008-03-01',
      observations: [{ indicator: 'persons-convicted', period: '2007', value: 12, paragraph: 3 }],
    });
    await stop('SIGKILL');
    await start();
    expect(yearly(await seriesOf('FR', `&wait=${String(body['token'])}`), 'persons-convicted')).toEqual({
      2007: 12,
    });
  }, 60_000);
});

/** Prints at the end which packages a process has loaded of those that are large and seldom needed. */
const tellLoaded = `data:text/javascript,${encodeURIComponent(
  `import { createRequire } from 'node:module';
   const { cache } = createRequire('${root}/package.json');
   const large = /node_modules.(typeorm(?!.entity-schema)|kafkajs|sharp|tesseract\\.js|yaml)./;
   const list = () => [...new Set(Object.keys(cache).flatMap((file) => large.exec(file)?.[1] ?? []))];
   process.on('exit', () => console.log('loaded: ' + list().join(' ') + '.'));`,
)}`;

const probing = { NODE_OPTIONS: `--import=${tellLoaded}` };

describe('stopping and starting', () => {
  it('ends with 0 on SIGTERM and on SIGINT, and says that the data is kept', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      expect(await stop(signal)).toBe(0);
      expect(running.output()).toContain('The data is kept');
      await start(probing);
    }
  }, 60_000);

  it('loads of large packages what it needs, and only then', async () => {
    const loadedBy = async (path: string) => {
      expect((await fetch(`${url}/v1${path}`, { headers: ownerHeaders() })).status).toBeLessThan(500);
      await stop();
      return /^loaded: (.*)\.$/m.exec(running.output())?.[1];
    };
    expect(await loadedBy('/trends?respondent=SV')).toBe('');
    await start(probing);
    const refused = `/imports/${'0'.repeat(64)}/refused?collection=own&round=2008`;
    expect(await loadedBy(refused)).toBe('typeorm');
    await start();
  }, 60_000);

  it('refuses a folder that is in use, and a port that is taken, and says what to do', async () => {
    const second = startCommand(node, ['apps/rapporteur/dist/main.js'], {
      cwd: root,
      env: { DATA_DIR: folder, PORT: '0' },
    });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/already runs on .*DATA_DIR/s);
    const other = mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'));
    const third = startCommand(node, ['apps/rapporteur/dist/main.js'], {
      cwd: root,
      env: { DATA_DIR: other, PORT: new URL(url).port },
    });
    expect(await third.ended).toBe(1);
    expect(third.output()).toMatch(/Port \d+ is taken\. Set PORT/);
    rmSync(other, { recursive: true, force: true });
  }, 60_000);
});

/** The binary of another major release of Node, from npm's package `node`; undefined where it cannot be installed. */
function findNode(major: number): string | undefined {
  try {
    const args = ['--yes', '--package', `node@${major}`, 'node', '-p', 'process.execPath'];
    return execFileSync('npx', args, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'ignore'], timeout: 180_000 })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

describe.each([24, 26])('on Node %d', (major) => {
  const binary = findNode(major);
  if (!binary) console.warn(`Node ${major} cannot be had here: needs npm's registry`);
  (binary ? it : it.skip)(
    'the whole starts, answers, takes a reply and stops',
    async () => {
      const other = mkdtempSync(join(tmpdir(), 'rapporteur-e2e-'));
      const command = startCommand(binary!, ['apps/rapporteur/dist/main.js'], {
        cwd: root,
        env: { DATA_DIR: other, PORT: '0' },
      });
      const [, address = ''] = await command.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
      const body = JSON.stringify({
        respondent: 'France',
        receivedOn: '2008-03-01',
        observations: [{ indicator: 'persons-convicted', period: '2007', value: 12, paragraph: 3 }],
      });
      const posted = await fetch(`${address}/v1${replies}`, {
        method: 'POST',
        headers: { ...ownerHeaders(), 'content-type': 'application/json' },
        body,
      });
      const { token } = (await posted.json()) as { token: string };
      const answer = (await (await fetch(`${address}/v1/trends?respondent=FR,SV&wait=${token}`)).json()) as {
        series: Series[];
      };
      expect(yearly(answer.series, 'persons-convicted')).toEqual({ 2007: 12 });
      expect(yearly(answer.series, 'persons-prosecuted')).toEqual({ 2005: 18, 2006: 37, 2007: 6 });
      command.child.kill('SIGTERM');
      expect(await command.ended).toBe(0);
      rmSync(other, { recursive: true, force: true });
    },
    120_000,
  );
});
