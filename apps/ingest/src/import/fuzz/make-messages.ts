/** Makes SDMX-ML messages that are nearly valid. The same number always gives the same message. */
import { makeRandom, mutate, mutateXml, type Random } from '@rapporteur/testing';
import { header, message } from '../kinds/sdmx/messages-for-tests.js';
import { cells, escape, header as columns, makeRows } from './make-rows.js';

const names = columns.split(',');

/** Elements of a message, also where they are not, and values of their attributes. */
const elements = [
  ...'m:Header m:Structure c:Structure c:StructureUsage Ref URN m:DataSetAction m:DataSet m:Footer'.split(
    ' ',
  ),
  ...'Atts Group Series Obs Comp Value g:Group g:GroupKey g:Series g:SeriesKey g:Obs g:ObsKey'.split(' '),
  ...'g:ObsDimension g:ObsValue g:Attributes g:Value c:Annotations DataProvider Metadata m:Message m:Error'.split(
    ' ',
  ),
  ...['x', '__proto__', 'constructor'],
];
const values = [
  ...cells.filter((cell) => cell.length < 1000),
  ...['S', 'Year', 'Sex', 'TIME_PERIOD', 'AllDimensions', 'txtVALUE', 'OBS_VALUE', 'UNIT_MULT', 'ACTION'],
  ...['Append', 'Delete', 'Replace', 'Information', '~', '*', '510', 'Error', 'urn:sdmx:a=A:B(1.0)'],
];
const oddities = [
  ...values,
  ...[
    '<',
    '>',
    '&',
    '"',
    '/>',
    '<Obs',
    '</Series>',
    ']]>',
    '<![CDATA[',
    '<!--',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
  ],
  ...[
    '\ufeff',
    '<Obs/>'.repeat(5000),
    '<Atts A="1"/>'.repeat(2000),
    '<a>'.repeat(2000),
    ' a="b"'.repeat(500),
  ],
].map((text) => Buffer.from(text));

const attributesOf = (said: readonly (readonly [string, string])[]) =>
  said.map(([id, value]) => ` ${id}="${escape(value)}"`).join('');
const valuesOf = (tag: string, said: readonly (readonly [string, string])[]) =>
  `<g:${tag}>${said.map(([id, value]) => `<g:Value id="${id}" value="${escape(value)}"/>`).join('')}</g:${tag}>`;
const storable = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** The rows as data of one of the forms, each as a series of one observation, or as an observation alone. */
function makeSets(random: Random, isGeneric: boolean): string {
  const shown = makeRows(random).map((row) => {
    const said = names.map((id, i) => [id, storable(row[i] ?? '')] as const);
    const [ofSeries, own] = [said.slice(0, 9), said.slice(9)];
    if (!isGeneric)
      return random.once(2)
        ? `<Obs${attributesOf(said)}/>`
        : `<Series${attributesOf(ofSeries)}><Obs${attributesOf(own)}/></Series>`;
    const rest = `${valuesOf('Attributes', own.slice(1))}</g:Obs>`;
    return `<g:Series>${valuesOf('SeriesKey', ofSeries)}<g:Obs><g:ObsDimension id="Year" value="${escape(own[0]![1])}"/>${rest}</g:Series>`;
  });
  const power = random.of(['0', '0', '3', '']);
  const group = isGeneric
    ? `<g:Group>${valuesOf('GroupKey', [['Sex', 'Total']])}${valuesOf('Attributes', [['UNIT_MULT', power]])}</g:Group>`
    : `<Group Sex="Total" UNIT_MULT="${power}"/>`;
  const action = random.of(['Replace', 'Append', 'Information', 'Delete']);
  return `<m:DataSet structureRef="S" action="${action}">${random.once(2) ? group : ''}${shown.join('')}</m:DataSet>`;
}

/** A message of either form: odd values; its bytes changed, or what its XML says. */
export function makeSdmxMl(number: number): Buffer {
  const random = makeRandom(number);
  const isGeneric = random.once(2);
  const root = isGeneric ? 'GenericData' : 'StructureSpecificData';
  const version = isGeneric ? '2_1' : random.of(['2_1', '3_0', '3_1']);
  const xml = message(root, version, header(version, random.of(['Year', ''])), makeSets(random, isGeneric));
  const mode = random.below(6);
  if (mode === 0) return Buffer.from(`\ufeff${xml}`, 'utf16le');
  if (mode < 3) return Buffer.from(xml);
  if (mode === 3) return mutate(Buffer.from(xml), random, oddities);
  return Buffer.from(mutateXml(xml, random, values, elements));
}
