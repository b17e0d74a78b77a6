/** SDMX-ML gives the rows and the figures that its SDMX-CSV gives, and what is no data message is refused with what it is. */
import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapping } from '../../table/mapping.js';
import { readTable } from '../../table/read-table.js';
import { limits } from '../limits.js';
import { readFileRows } from '../read-file-for-tests.js';
import type { Row } from '../rows.js';
import { openSpreadsheet } from '../spreadsheet.js';
import { DataReader } from './data-reader.js';
import { makeGroups, type Said } from './groups.js';
import { header, message, namespace, sameAsCsv, sameInEveryForm, specific } from './messages-for-tests.js';

/** The filled cells of each row by the names of their columns, with its number and its fault. */
async function read(content: string | Buffer): Promise<Record<string, string>[]> {
  const [first, ...rows] = await readFileRows(content);
  return rows.map(({ row, cells, columns, fault }: Row) => ({
    ...Object.fromEntries(
      cells.map((cell, i) => [first!.cells[columns?.[i] ?? i], cell]).filter(([, cell]) => cell !== ''),
    ),
    row: String(row),
    ...(fault === undefined ? {} : { fault }),
  }));
}

const mapping = parseMapping(
  JSON.stringify({
    respondent: { code: ['REF_AREA'] },
    period: { columns: ['TIME_PERIOD'] },
    value: { columns: ['OBS_VALUE'] },
    missing: [{ columns: ['OBS_STATUS'], words: { M: 'not-applicable' } }],
    indicator: { columns: ['INDICATOR'], words: { '': 'persons-convicted' } },
    breakdown: [{ columns: ['SEX'], dimension: 'sex', words: { F: 'female', M: 'male' } }],
    break: { columns: ['OBS_STATUS'], words: { B: true, A: false, M: false } },
  }),
);

async function readFigures(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'read-sdmx-ml-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, content);
    const facts = { collection: 'c', receivedOn: '2023-05-30' };
    const { rows, replies, refusedRows } = await readTable(path, mapping, facts, () => undefined);
    return { rows, replies, refused: refusedRows.map(({ row, reason }) => [row, reason]) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe.each(sameInEveryForm)('%s', (_, xml) => {
  it('has the rows of SDMX-CSV, in which all is said of each', async () => {
    const same = (await read(sameAsCsv)).map((row) => ({ ...row, STRUCTURE: expect.any(String) }));
    expect(await read(xml)).toEqual(same);
  });
  it('gives the same figures, and refuses the same rows for the same reasons', async () => {
    const found = await readFigures(xml);
    expect(found).toEqual(await readFigures(sameAsCsv));
    expect(found.replies.get('SV')!.observations.size).toBe(3);
    expect(found.refused).toEqual([
      [2, 'UNIT_MULT is "3": the figure is not in ones, and what it rounds is not known'],
      [6, 'ACTION is D: the row deletes a figure, and an import takes figures only'],
    ]);
  });
  it('is refused wherever it is cut', async () => {
    for (let end = 2; end < xml.length; end += 61)
      await expect(readFileRows(xml.slice(0, end))).rejects.toMatchObject({ name: 'UnreadableFile' });
    await expect(readFileRows(xml.slice(0, -9))).rejects.toMatchObject({
      code: 'truncated',
      message: expect.stringContaining('The XML cannot be read to its end: the file is truncated or damaged'),
    });
  });
});

describe('the columns', () => {
  const names = async (xml: string) => (await readFileRows(xml))[0]!.cells.join(' ');
  it('are those of the data set, then dimensions, measures and attributes, wherever they come first', async () => {
    const [, xml] = sameInEveryForm[0]!;
    expect(await names(xml)).toBe(
      'STRUCTURE STRUCTURE_ID ACTION SEX REF_AREA TIME_PERIOD OBS_VALUE SOURCE TITLE UNIT_MULT OBS_STATUS',
    );
  });
  it('are dimensions also where a group has them first', async () => {
    const group = '<Group SEX="F" TITLE="x"/>';
    expect(await names(specific(`${group}<Series AREA="1" SEX="F"><Obs TIME_PERIOD="2005"/></Series>`))).toBe(
      'STRUCTURE STRUCTURE_ID ACTION SEX AREA TIME_PERIOD TITLE OBS_VALUE',
    );
  });
  it('have a measure although no observation has a value, and no name twice', async () => {
    expect(await names(specific('<Obs A="1" TIME_PERIOD="2005" action="x"/>'))).toBe(
      'STRUCTURE STRUCTURE_ID A TIME_PERIOD action OBS_VALUE',
    );
  });
  it('may have the names of what objects have', async () => {
    const odd = '<Obs __proto__="1" constructor="2" toString="3" TIME_PERIOD="2005"/>';
    const [first, row] = await readFileRows(specific(odd));
    expect(first!.cells).toEqual(
      expect.arrayContaining(['__proto__', 'constructor', 'toString', 'TIME_PERIOD', 'OBS_VALUE']),
    );
    // The last is empty, so that the row is as long as the header where it is listed.
    expect(row!.cells).toEqual(['dataflow', 'A:B(1.2)', '1', '2', '3', '2005', '']);
  });
});

describe('an observation', () => {
  it('is read by what it holds, whatever the message calls itself', async () => {
    const [, generic] = sameInEveryForm[0]!;
    const named = generic.replaceAll('m:GenericData', 'm:StructureSpecificData');
    expect(named).not.toBe(generic);
    expect(await read(named)).toEqual(await read(generic));
  });
  it('has its structure and action from the header where its data set says neither', async () => {
    const more = '<m:DataSetAction>Append</m:DataSetAction>';
    const xml = specific('<Obs A="1" TIME_PERIOD="2005"/>', { more }).replace(' s:structureRef="S"', '');
    expect(await read(xml)).toEqual([
      {
        ...{ STRUCTURE: 'dataflow', STRUCTURE_ID: 'A:B(1.2)', ACTION: 'A' },
        ...{ A: '1', TIME_PERIOD: '2005', row: '2' },
      },
    ]);
    const deletes = { more: more.replace('Append', 'delete') };
    expect((await read(specific('<Obs A="1" TIME_PERIOD="2005"/>', deletes)))[0]!['fault']).toMatch(
      /ACTION is D/,
    );
  });
  it('says nothing by an empty value', async () => {
    const [row] = await read(
      specific('<Series UNIT_MULT="3" A="1"><Obs TIME_PERIOD="2005" UNIT_MULT=""/></Series>'),
    );
    expect(row).toMatchObject({ UNIT_MULT: '3', fault: expect.stringContaining('UNIT_MULT is "3"') });
  });
  it('may be told apart by another dimension than time, and by its type', async () => {
    const series = (own: string) =>
      specific(`<Series TIME_PERIOD="2005">${own}</Series>`, { dimension: 'SEX' });
    expect(await read(series('<Obs SEX="F"/><Obs type="M"/>'))).toMatchObject([{ SEX: 'F' }, { SEX: 'M' }]);
    const generic = `<m:DataSet structureRef="S"><g:Series><g:SeriesKey><g:Value id="TIME_PERIOD" value="2005"/></g:SeriesKey><g:Obs><g:ObsDimension value="F"/><g:ObsValue value="5"/></g:Obs></g:Series></m:DataSet>`;
    expect(await read(message('GenericData', '2_1', header('2_1', 'SEX'), generic))).toMatchObject([
      { TIME_PERIOD: '2005', SEX: 'F', OBS_VALUE: '5' },
    ]);
  });
  it('without the dimension by which it is told apart is no figure', async () => {
    const [row] = await read(specific('<Series A="1"><Obs OBS_VALUE="5"/></Series>'));
    expect(row!['fault']).toBe(
      'it has no "TIME_PERIOD", by which the message tells the observations of a series apart',
    );
  });
  it('has the values of a component in one cell', async () => {
    const comps =
      '<Comp id="NOTE" xsi:type="n:X"><Value>a<b xmlns="x">b</b></Value><Value>c&amp;d</Value></Comp><Comp id="NONE"/>';
    expect(await read(specific(`<Obs A="1" TIME_PERIOD="2005">${comps}</Obs>`))).toMatchObject([
      { A: '1', NOTE: 'ab;c&d' },
    ]);
  });
  it('has nothing of annotations, and of what has a prefix', async () => {
    const odd =
      '<c:Annotations><c:Annotation><Obs A="9"/>text</c:Annotation></c:Annotations><Series s:A="9" A="1"><c:Annotations/><Obs TIME_PERIOD="2005"/></Series>';
    expect(await read(specific(odd))).toMatchObject([{ A: '1', row: '2' }]);
  });
  it('is cut to one character above the longest cell', async () => {
    const [, row] = await readFileRows(specific(`<Obs TIME_PERIOD="${'x'.repeat(40_000)}"/>`));
    expect(row!.cells.map((cell) => cell.length)).toContain(limits.cell + 1);
  });
});

describe('a group', () => {
  const rows =
    '<Series A="1" B="1"><Obs TIME_PERIOD="2005"/></Series><Series A="2" B="1"><Obs TIME_PERIOD="2005"/></Series>';
  const titles = async (groups: string, after = rows) =>
    (await read(specific(groups + after))).map(({ TITLE, fault }) => TITLE ?? fault);
  it('is said of the observations with its dimensions, before and after them', async () => {
    expect(await titles('<Group A="2" TITLE="x"/>')).toEqual([undefined, 'x']);
    expect(await titles('', `${rows}<Atts A="1" TITLE="y"/>`)).toEqual(['y', undefined]);
    expect(await titles('<Atts TITLE="all"/><Group A="2" B="1" TITLE="near"/>')).toEqual(['all', 'near']);
    expect(await titles('<Atts A="~" TITLE="all"/>')).toEqual(['all', 'all']);
    expect(await titles('<Group A="9" TITLE="x"/>')).toEqual([undefined, undefined]);
  });
  it('may be a series without observations', async () => {
    expect(await titles('<Series A="1" B="1" TITLE="x"/>')).toEqual(['x', undefined]);
  });
  it('is found by its key where the message tells it, also if an observation says one of its attributes', async () => {
    const value = (id: string, said: string) => `<g:Value id="${id}" value="${said}"/>`;
    const obs = (time: string, own: string) =>
      `<g:Obs><g:ObsDimension value="${time}"/><g:Attributes>${own}</g:Attributes></g:Obs>`;
    const group = `<g:Group type="x"><g:GroupKey>${value('A', '1')}</g:GroupKey><g:Attributes>${value('TITLE', 'x')}</g:Attributes></g:Group>`;
    const series = `<g:Series><g:SeriesKey>${value('A', '1')}</g:SeriesKey>${obs('2005', value('TITLE', 'own'))}${obs('2006', '')}</g:Series>`;
    const set = `<m:DataSet structureRef="S">${group}${series}</m:DataSet>`;
    const rows = await read(message('GenericData', '2_1', header('2_1'), set));
    expect(rows.map(({ TITLE, fault }) => [TITLE, fault])).toEqual([
      ['own', undefined],
      ['x', undefined],
    ]);
  });
  it('may be without any observation', async () => {
    expect(await titles('<Series A="1" TITLE="x"/><Series A="2" TITLE="y"/>', '')).toEqual([]);
  });
  it('is said in its own data set only', async () => {
    const two = specific(`<Atts TITLE="x"/>${rows}</m:DataSet><m:DataSet>${rows}`);
    expect((await read(two)).map(({ TITLE }) => TITLE)).toEqual(['x', 'x', undefined, undefined]);
  });
  it('that may be meant is never passed over', async () => {
    const odd = '<Series A="3"><Obs TIME_PERIOD="2005"/></Series>';
    const told = 'it has no B, by which groups of the message are found: what they say of it is not known';
    expect(await titles('<Group B="1" UNIT_MULT="3" TITLE="x"/>', rows + odd)).toEqual(['x', 'x', told]);
  });
  it('that contradicts another is refused', async () => {
    await expect(titles('<Group A="1" TITLE="x"/><Group A="1" TITLE="y"/>')).rejects.toMatchObject({
      ...{ code: 'damaged', message: 'The message says of the same group that "TITLE" is "x" and "y".' },
    });
    // What is deleted is refused, whatever is said of it.
    const deleted = specific(`<Group A="1" TITLE="x"/><Group A="1" TITLE="y"/>${rows}`, {
      set: ' s:action="Delete"',
    });
    expect(await read(deleted)).toHaveLength(2);
    expect(await titles('<Group A="1" TITLE="x"/><Group A="1" TITLE="x"/>')).toEqual(['x', undefined]);
  });
});

describe('what is no message of data is refused:', () => {
  const root = (name: string, uri: string) => `<m:${name} xmlns:m="${uri}"><m:Header/></m:${name}>`;
  const taken = 'These kinds are taken: .xlsx, .ods, .csv, .tsv, SDMX-CSV, SDMX-ML and JSON-stat.';
  const ask = 'Ask the service that it comes from for data as SDMX-ML 2.1, SDMX-ML 3.0 or SDMX-CSV.';
  const error = `<m:Error xmlns:m="${namespace('2_1')}"><m:ErrorMessage code="100"><c:Text xmlns:c="c">No Results</c:Text></m:ErrorMessage></m:Error>`;
  it.each([
    [root('Structure', namespace('2_1')), `an SDMX message of structures, which holds no figures. ${ask}`],
    [
      root('RegistryInterface', namespace('3_0')),
      `an SDMX message of another kind ("RegistryInterface"), which holds no figures. ${ask}`,
    ],
    [
      root('CompactData', 'http://www.SDMX.org/resources/SDMXML/schemas/v2_0/message'),
      `SDMX-ML 2.0: 2.1 and 3.0 are read. ${ask}`,
    ],
    [
      root('GenericData', 'urn:x'),
      `XML, but no message of SDMX: its first element is "GenericData". ${taken}`,
    ],
    ['<__proto__/>', `XML, but no message of SDMX: its first element is "__proto__". ${taken}`],
    ['<!-- a --><p/>', `XML, but no message of SDMX: its first element is "p". ${taken}`],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', `a web page. ${taken}`],
    ['<?xml version="1.0"?><html/>', `a web page. ${taken}`],
    [error, 'an SDMX error message, which holds no figures. It says: "No Results" (code "100").'],
  ])('%s', async (xml, what) => {
    await expect(readFileRows(xml)).rejects.toMatchObject({
      ...{ code: 'not-a-spreadsheet', message: `The file is ${what}` },
    });
  });

  it('one that declares what its texts stand for', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const declared = specific('<Obs TIME_PERIOD="&b;"/>').replace('?>', `?>${laughs}`);
    await expect(readFileRows(declared)).rejects.toThrow(/^The XML declares a document type/);
    await expect(readFileRows(specific('<Obs TIME_PERIOD="&b;"/>'))).rejects.toThrow(/undefined entity/);
  });

  it.each([
    ['<Obs A="1"><Value/></Obs>', 'observation 1 holds an element "Value", which is not of SDMX-ML'],
    ['<Obs A="1"/>7', 'the data before observation 2 holds the text "7", which belongs to no value'],
    ['<Series A="1">7</Series>', 'the series of observation 1 holds the text "7", which belongs to no value'],
    ['<Obs A="1"><Comp id="A"/></Obs>', 'observation 1 says "A" twice'],
    ['<Obs A="1"><Comp/></Obs>', 'observation 1 has a value without the id of its component'],
    [
      '<constructor/>',
      'the data before observation 1 holds an element "constructor", which is not of SDMX-ML',
    ],
    ['<Section/>', 'the data before observation 1 holds an element "Section", which is not of SDMX-ML'],
  ])('one in which something cannot be read: %s', async (content, what) => {
    await expect(readFileRows(specific(content))).rejects.toMatchObject({
      ...{ code: 'damaged', message: `The message is damaged: ${what}.` },
    });
  });
  it('one that has a thing twice, or an observation without its dimension', async () => {
    const generic = (content: string) =>
      readFileRows(
        message('GenericData', '2_1', header('2_1', 'AllDimensions'), `<m:DataSet>${content}</m:DataSet>`),
      );
    const twice =
      '<g:Obs><g:ObsKey><g:Value id="A" value="1"/><g:Value id="A" value="1"/></g:ObsKey></g:Obs>';
    await expect(generic(twice)).rejects.toThrow('observation 1 says "A" twice');
    await expect(generic('<g:Obs><g:ObsDimension value="1"/></g:Obs>')).rejects.toThrow(
      'observation 1 has a value without the id of its component',
    );
  });

  it.each([
    [
      'code="510" severity="Warning"',
      /^The message is not whole\. .* "too much" \(code "510"\)\. Ask for less/,
    ],
    ['severity="Error"', /^The message is not whole\. .* "too much"\. Ask for less/],
    ['code="1" severity="Information"', undefined],
  ])('one of which its service says that not all is there: %s', async (said, told) => {
    const footer = `</m:DataSet><f:Footer xmlns:f="f"><f:Message ${said}><c:Text>too much</c:Text></f:Message></f:Footer><m:DataSet>`;
    const reading = read(specific(`<Obs A="1" TIME_PERIOD="2005"/>${footer}`));
    if (told) await expect(reading).rejects.toThrow(told);
    else expect(await reading).toHaveLength(1);
  });
});

describe('the encoding', () => {
  const xml = specific('<Obs A="é" TIME_PERIOD="2005"/>');
  const wide = xml.replace('UTF-8', 'UTF-16');
  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${xml}`)],
    ['UTF-16LE with its mark', Buffer.from(`\ufeff${wide}`, 'utf16le')],
    ['UTF-16BE with its mark', swapped(`\ufeff${wide}`)],
    ['UTF-16LE without', Buffer.from(wide, 'utf16le')],
    ['UTF-16BE without', swapped(wide)],
  ])('may be %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject([{ A: 'é' }]);
  });
  it.each([
    ['one that is not read', xml.replace('UTF-8', 'ISO-8859-1'), 'The XML says that it is "ISO-8859-1".'],
    ['not the declared one', wide, 'The XML says that it is "UTF-16".'],
    ['not that of the bytes', Buffer.from(xml, 'latin1'), 'The file is not UTF-8. Save it as UTF-8.'],
  ])('is refused where it is %s', async (_, bytes, told) => {
    await expect(readFileRows(bytes)).rejects.toMatchObject({
      ...{ code: 'bad-encoding', message: expect.stringContaining(told) },
    });
  });
});

describe('a message without end', () => {
  const tooLarge = (told: string) => ({
    code: 'too-large',
    message: expect.stringContaining(told) as unknown,
  });
  it('is read no further than there are rows', () => {
    const reader = new DataReader({ observation: () => undefined });
    const open = () => {
      reader.openObservation({});
      reader.closeObservation();
    };
    reader.openSet('R', { kind: '', id: '', dimension: undefined }, {});
    for (let i = 1; i < limits.rows; i += 1) open();
    expect(open).toThrow('The message has more than 1048575 observations. Import it in parts.');
  });
  it('is refused for its depth, tags, components, groups and data sets', async () => {
    const list = (count: number, show: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => show(i)).join('');
    const long = `<Obs A="${list(300_000, (i) => String(i))}"/>`;
    const cases: [string, string][] = [
      [specific(`<c:Annotations>${'<a>'.repeat(2000)}`), 'more than 1000 deep'],
      [specific(long), 'a tag of over'],
      [
        specific(list(3, (i) => `<Obs${list(6000, (k) => ` A${i}_${k}=""`)}/>`)),
        'more than 16380 components',
      ],
      [
        message('StructureSpecificData', '3_0', '', '<m:DataSet/>'.repeat(100_001)),
        'more than 100000 data sets',
      ],
    ];
    for (const [xml, told] of cases) await expect(readFileRows(xml)).rejects.toMatchObject(tooLarge(told));
    const keyed = (id: string): Said => ({
      values: new Map([
        [id, '1'],
        ['T', 'x'],
      ]),
      keys: new Set([id]),
    });
    expect(() =>
      makeGroups(
        Array.from({ length: 21 }, (_, i) => keyed(`K${i}`)),
        new Set('A'),
      ),
    ).toThrow('by more than 20 sets of dimensions');
  });
  it('is refused where its groups say more than is kept', () => {
    const reader = new DataReader({ observation: () => undefined });
    reader.openSet('R', { kind: '', id: '', dimension: undefined }, {});
    const attributes = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`A${i}`, '1']));
    const group = () => {
      reader.openGroup(attributes);
      reader.closeGroup();
    };
    for (let i = 0; i < 100; i += 1) group();
    expect(group).toThrow('The groups of the message say more than 1000000 values.');
  });
  it('makes few rows at a time where much is said of each of many observations', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'read-sdmx-ml-'));
    try {
      const path = join(folder, 'file');
      const series = `<Series${Array.from({ length: 10_000 }, (_, i) => ` A${i}="${i}"`).join('')}>`;
      await writeFile(path, specific(`${series}${'<Obs TIME_PERIOD="1"/>'.repeat(2000)}</Series>`));
      const spreadsheet = await openSpreadsheet(path);
      const batches = spreadsheet.rows('sdmx-ml');
      const first = await batches.next();
      await batches.return(undefined);
      expect((first.value as Row[]).length).toBeLessThan(50);
      expect((first.value as Row[])[1]!.cells).toHaveLength(10_004);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
