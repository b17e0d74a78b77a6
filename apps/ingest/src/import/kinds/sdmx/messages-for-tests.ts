/** The same few figures in every form of an SDMX data message, for tests; and messages made of parts. */

export const namespace = (version: string, part = 'message') =>
  `http://www.sdmx.org/resources/sdmxml/schemas/v${version}/${part}`;

/** A header that names one structure, by parts (2.1) or by its URN (3.0). */
export const header = (version: string, dimension = 'TIME_PERIOD', more = '') => {
  const by =
    version === '2_1'
      ? '<c:Structure><Ref agencyID="A" id="B" version="1.2"/></c:Structure>'
      : '<c:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=A:B(1.2)</c:StructureUsage>';
  const said = dimension === '' ? '' : ` dimensionAtObservation="${dimension}"`;
  return `<m:Header><m:ID>x</m:ID><m:Sender id="A"/><m:Structure structureID="S"${said}>${by}</m:Structure>${more}</m:Header>`;
};

/** A message. In: its first element, version, header and the rest. */
export const message = (root: string, version: string, head: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<m:${root} xmlns:m="${namespace(version)}" xmlns:g="${namespace(version, 'data/generic')}" xmlns:s="${namespace(version, 'data/structurespecific')}" xmlns:c="${namespace(version, 'common')}" xmlns:n="urn:n" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}${content}</m:${root}>`;

/** A structure-specific message of 3.0 with one data set. */
export const specific = (content: string, { dimension = 'TIME_PERIOD', set = '', more = '' } = {}) =>
  message(
    'StructureSpecificData',
    '3_0',
    header('3_0', dimension, more),
    `<m:DataSet s:structureRef="S"${set}>${content}</m:DataSet>`,
  );

/** The figures as SDMX-CSV, with what is said of the data set, of women, and of a series in every row. */
export const sameAsCsv = [
  'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MULT,TITLE,SOURCE,OBS_STATUS',
  ...[
    'R,SV,F,2005,18,3,women,S,A',
    'R,SV,F,2006,37.0,0,women,S,B',
    'R,SV,M,2005,6,0,,other,A',
    'R,SV,M,2006,,0,,other,M',
    'D,SV,M,2007,5,0,,S,',
  ].map((row) => `dataflow,A:B(1.2),${row}`),
].join('\n');

const generic = (tag: string, values: Readonly<Record<string, string>>) =>
  `<g:${tag}>${Object.entries(values)
    .map(([id, value]) => `<g:Value id="${id}" value="${value}"/>`)
    .join('')}</g:${tag}>`;
const attributes = (values: Readonly<Record<string, string>>) =>
  Object.entries(values)
    .map(([id, value]) => ` ${id}="${value}"`)
    .join('');

/** Attributes of an observation, time and value of which are given apart. */
type Observation = readonly [time: string, value: string | undefined, own: Readonly<Record<string, string>>];
interface Series {
  readonly key: Readonly<Record<string, string>>;
  readonly own: Readonly<Record<string, string>>;
  readonly observations: readonly Observation[];
}

const women: Series = {
  key: { REF_AREA: 'SV', SEX: 'F' },
  own: { UNIT_MULT: '3' },
  observations: [
    ['2005', '18', { OBS_STATUS: 'A' }],
    // What an observation says counts more than what its series says.
    ['2006', '37.0', { OBS_STATUS: 'B', UNIT_MULT: '0' }],
  ],
};
const men: Series = {
  key: { REF_AREA: 'SV', SEX: 'M' },
  own: { UNIT_MULT: '0', SOURCE: 'other' },
  observations: [
    ['2005', '6', { OBS_STATUS: 'A' }],
    ['2006', undefined, { OBS_STATUS: 'M' }],
  ],
};
const deleted: Series = {
  key: men.key,
  own: { UNIT_MULT: '0', SOURCE: 'S' },
  observations: [['2007', '5', {}]],
};

function genericSeries({ key, own, observations }: Series): string {
  const rows = observations.map(
    ([time, value, said]) =>
      `<g:Obs><g:ObsDimension value="${time}"/>${value === undefined ? '' : `<g:ObsValue value="${value}"/>`}${generic('Attributes', said)}</g:Obs>`,
  );
  return `<g:Series>${generic('SeriesKey', key)}${generic('Attributes', own)}${rows.join('')}</g:Series>`;
}
const genericFlat = ({ key, own, observations }: Series): string =>
  observations
    .map(
      ([time, value, said]) =>
        `<g:Obs>${generic('ObsKey', { ...key, TIME_PERIOD: time })}${value === undefined ? '' : `<g:ObsValue id="OBS_VALUE" value="${value}"/>`}${generic('Attributes', { ...own, ...said })}</g:Obs>`,
    )
    .join('');
const timed = ([time, value, said]: Observation) => ({
  ...{ TIME_PERIOD: time, ...(value === undefined ? {} : { OBS_VALUE: value }) },
  ...said,
});
const specificSeries = ({ key, own, observations }: Series): string =>
  `<Series${attributes({ ...key, ...own })}>${observations.map((one) => `<Obs${attributes(timed(one))}/>`).join('')}</Series>`;
const specificFlat = ({ key, own, observations }: Series): string =>
  observations.map((one) => `<Obs${attributes({ ...key, ...own, ...timed(one) })}/>`).join('');

const genericSets = (show: (series: Series) => string) =>
  `<m:DataSet structureRef="S" action="Replace">${generic('Attributes', { SOURCE: 'S' })}<g:Group type="Women">${generic('GroupKey', { SEX: 'F' })}${generic('Attributes', { TITLE: 'women' })}</g:Group>${show(women)}${show(men)}</m:DataSet><m:DataSet structureRef="S" action="Delete">${show(deleted)}</m:DataSet>`;
const specificSets = (show: (series: Series) => string) =>
  `<m:DataSet xsi:type="n:DataSetType" s:structureRef="S" s:action="Replace" SOURCE="S"><Group xsi:type="n:Women" SEX="F" TITLE="women"/>${show(women)}${show(men)}</m:DataSet><m:DataSet s:structureRef="S" s:action="Delete">${show(deleted)}</m:DataSet>`;

/** The same figures in every form of SDMX-ML that is read. */
export const sameInEveryForm: readonly (readonly [string, string])[] = [
  ['generic 2.1', message('GenericData', '2_1', header('2_1'), genericSets(genericSeries))],
  [
    'generic 2.1 without series',
    message('GenericData', '2_1', header('2_1', 'AllDimensions'), genericSets(genericFlat)),
  ],
  [
    'generic 2.1 of time series',
    message('GenericTimeSeriesData', '2_1', header('2_1', ''), genericSets(genericSeries)),
  ],
  [
    'structure-specific 2.1',
    message('StructureSpecificData', '2_1', header('2_1'), specificSets(specificSeries)),
  ],
  [
    'structure-specific 2.1 of time series',
    message('StructureSpecificTimeSeriesData', '2_1', header('2_1', ''), specificSets(specificSeries)),
  ],
  [
    'structure-specific 3.0 without series',
    message('StructureSpecificData', '3_0', header('3_0', 'AllDimensions'), specificSets(specificFlat)),
  ],
  [
    'structure-specific 3.1',
    message('StructureSpecificData', '3_1', header('3_1'), specificSets(specificSeries)),
  ],
];
