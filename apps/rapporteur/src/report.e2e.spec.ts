/**
 * npm run report, run as by a user: new, build, coverage, check after an edit, diff, and clear messages for
 * mistakes.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startCommand } from '@rapporteur/testing';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-report-'));
  const running = startCommand(process.execPath, ['apps/rapporteur/dist/main.js'], {
    cwd: root,
    env: { DATA_DIR: join(folder, 'data'), PORT: '0' },
  });
  await running.waitFor(/Rapporteur is at (\S+)[^]*Ctrl-C stops it/);
  running.child.kill('SIGTERM');
  await running.ended;
}, 90_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built command in the user's folder. */
function report(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['apps/rapporteur/dist/main.js', 'report', ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder, DATA_DIR: join(folder, 'data'), INIT_CWD: folder },
    },
  );
  return { status, stdout, stderr };
}

describe('npm run report', () => {
  it('writes a file, builds it in every format, leaves nothing out, and finds it true', () => {
    expect(
      report('new', '--round', 'ecosoc-2006-27/2008', '--as-of', '2008-01-24', '-o', 'r.md'),
    ).toMatchObject({ status: 0 });
    for (const format of ['docx', 'pdf', 'html', 'md']) {
      const { status, stdout } = report('build', 'r.md', '-o', `out.${format}`);
      expect({ format, status }).toEqual({ format, status: 0 });
      expect(stdout).toContain('trend-SV-persons-prosecuted: under-five-points');
      const manifest = JSON.parse(readFileSync(join(folder, `out.${format}.manifest.json`), 'utf8')) as {
        vintage: object;
      };
      expect(manifest.vintage).toEqual({ asOf: '2008-01-24', at: 27 });
    }
    expect(report('coverage', 'r.md')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Nothing is left out: 389'),
    });
    expect(report('check', 'out.docx').status).toBe(0);
  }, 120_000);

  it('tells what was changed by hand in a .docx, with exit status 1, as JSON and CSV too', () => {
    const parts = unzipSync(readFileSync(join(folder, 'out.docx')));
    const text = strFromU8(parts['word/document.xml']!);
    expect(text).toContain('112 from 1999 to June 2004');
    parts['word/document.xml'] = strToU8(
      text.replace('112 from 1999 to June 2004', '212 from 1999 to June 2004'),
    );
    writeFileSync(join(folder, 'edited.docx'), zipSync(parts));
    const { status, stdout } = report('check', 'edited.docx');
    expect(status).toBe(1);
    expect(stdout).toContain('the document says: 212 from 1999 to June 2004');
    expect(stdout).toContain('the data say:      112 from 1999 to June 2004');
    const all = JSON.parse(report('check', 'edited.docx', '--json').stdout) as { inDocument: string }[];
    expect(all.filter(({ inDocument }) => inDocument === 'edited')).toHaveLength(1);
    expect(report('check', 'edited.docx', '--csv').stdout.split('\r\n')[0]).toContain('in_document,in_data');
  }, 60_000);

  it('says every problem of a file with its place, and writes nothing', () => {
    const text = readFileSync(join(folder, 'r.md'), 'utf8');
    writeFileSync(join(folder, 'bad.md'), `${text}\n:figur{respondent=SV}\n\n:states{topic=Hot}\n`);
    const { status, stderr } = report('build', 'bad.md', '-o', 'bad.docx');
    expect(status).toBe(2);
    expect(stderr).toMatch(/bad\.md:\d+:1: There is no claim "figur"; did you mean figure/);
    expect(stderr).toContain('2 problems; nothing was written.');
    expect(existsSync(join(folder, 'bad.docx'))).toBe(false);
  }, 30_000);

  it('does not write over what a person wrote, and names what is wrong with what it is asked', () => {
    const of = (...args: string[]) => report(...args).stderr;
    expect(of('new', '--round', 'ecosoc-2006-27/2008', '-o', 'r.md')).toContain('is there already');
    expect(of('new', '--round', 'ecosoc-2006-27/2009')).toContain('There are: ecosoc-2006-27/2008.');
    expect(of('new', '--round', 'ecosoc-2006-27/2008', '--lang', 'de')).toContain(
      'there are: ar, en, es, fr, ru, zh',
    );
    expect(of('build', 'none.md', '-o', 'x.docx')).toContain('There is no file');
    expect(of('build', 'r.md', '-o', 'x.doc')).toContain('.docx, .pdf, .html, .md');
    expect(
      of('build', 'r.md', '-o', 'x.md', '--as-of', '2008-13-01', '--at', 'x').trim().split('\n'),
    ).toHaveLength(2);
    expect(of('check', 'r.md')).not.toBe('');
    expect(of('frobnicate')).toContain('none of new, build, check, coverage, diff');
  }, 60_000);

  it('does not build a document over its own report file, by a link neither', () => {
    const written = readFileSync(join(folder, 'r.md'), 'utf8');
    symlinkSync(join(folder, 'r.md'), join(folder, 'link.md'));
    for (const out of ['r.md', './r.md', 'link.md'])
      expect(report('build', 'r.md', '-o', out)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining(`${out} is the report file itself`),
      });
    expect(readFileSync(join(folder, 'r.md'), 'utf8')).toBe(written);
  }, 60_000);
  it('compares two vintages', () => {
    const { status, stdout } = report('diff', '2008-01-01', '2008-01-24', '--round', 'ecosoc-2006-27/2008');
    expect(status).toBe(0);
    expect(stdout).toContain(
      '- Predicate offence of money-laundering: Bulgaria, El Salvador, Estonia and Japan',
    );
  }, 30_000);
});
