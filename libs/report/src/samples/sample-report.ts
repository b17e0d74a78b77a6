/** A small report with one of everything, for the tests of renderers and readers. */
import type { Claim, Inline, Report } from '../document/document.js';
import type { ClaimStatus, ManifestClaim } from '../document/manifest.js';
import { chartText, plainText, tableText } from '../document/plain-text.js';

const text = (content: string): Inline => ({ kind: 'text', text: content });
const claim = (claimId: string, content: string, status: ClaimStatus = 'answered'): Claim => ({
  kind: 'claim',
  claimId,
  status,
  inlines: [text(content)],
});

const vintage = { asOf: '2008-01-24', at: 27 };
const entry = (
  { claimId, status, inlines }: Pick<Claim, 'claimId' | 'status' | 'inlines'>,
  rest: Pick<ManifestClaim, 'query' | 'events' | 'cells' | 'reason'>,
): ManifestClaim => ({ ...vintage, id: claimId, status, text: plainText(inlines), ...rest });

const ratified = claim('c1', 'thirteen States');
const ratifiedList = claim('c2', 'Belarus, Bulgaria and Croatia');
const dismantled = claim('c3', 'between July 2002 and October 2007');
const trend = claim('c4', '[trend: insufficient data, 3 yearly figures]', 'unanswerable');
const cells = [
  ['2005', '18', '53'],
  ['2006', '37', '56'],
  ['2007', '6', 'more than 3,800'],
] as const;
const idOf = (column: number, year: string) =>
  `ecosoc-2006-27~SV~${['persons-prosecuted', 'persons-arrested'][column]}~_T~${year}`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="240" viewBox="0 0 480 240" role="img">
<line x1="40" y1="200" x2="470" y2="200" stroke="#000"/>
<rect x="80" y="118" width="60" height="82" fill="#1f5fa8"/><text x="110" y="220" font-size="14" text-anchor="middle">2005</text>
<rect x="210" y="31" width="60" height="169" fill="#1f5fa8"/><text x="240" y="220" font-size="14" text-anchor="middle">2006</text>
<rect x="340" y="173" width="60" height="27" fill="#1f5fa8"/><text x="370" y="220" font-size="14" text-anchor="middle">2007</text>
</svg>`;

const cell = (content: string, observation: string) => ({
  inlines: [text(content)],
  align: 'end' as const,
  observation,
});
const header = (content: string) => ({ inlines: [text(content)], isHeader: true });
const table = {
  head: [[header('Year'), header('Persons prosecuted'), header('Persons arrested')]],
  rows: cells.map(([year, ...values]) => [
    header(year),
    ...values.map((value, column) => cell(value, idOf(column, year))),
  ]),
};
const alternative = 'Persons prosecuted, El Salvador: 18 in 2005, 37 in 2006, 6 in 2007.';
const paragraph = (number: number, ...inlines: Inline[]) => ({
  kind: 'paragraph' as const,
  number,
  inlines,
});

/** English, left to right; every kind of block and inline occurs. */
export const sampleReport: Report = {
  document: {
    language: 'en',
    direction: 'ltr',
    masthead: {
      organization: 'United Nations',
      organ: 'Economic and Social Council',
      symbol: 'E/CN.15/2008/6',
      distribution: 'Distr.: General',
      date: '8 February 2008',
      originalLanguage: 'Original: English',
      body: 'Commission on Crime Prevention and Criminal Justice',
      session: 'Seventeenth session',
      meeting: 'Vienna, 14–18 April 2008',
      agendaItem: 'Item 4 of the provisional agenda',
      agendaTitle: 'World crime trends and responses',
      title: 'Strengthening international cooperation in preventing and combating trafficking in persons',
      subtitle: 'Report of the Secretary-General',
      draft: 'Draft on what had been received by 24 January 2008',
    },
    labels: {
      table: 'Table',
      chart: 'Figure',
      source: 'Source:',
      note: 'Note:',
      editorNote: 'Note to the editor',
      openPlace: 'To be written',
      contents: 'Contents',
      footnotes: 'Footnotes',
      backToText: 'Back to the text',
      basis: 'What each statement rests on',
      query: 'Query',
      events: 'Events',
      observations: 'Observations',
    },
    blocks: [
      { kind: 'heading', level: 1, label: 'I.', inlines: [text('Introduction')] },
      paragraph(
        1,
        text('The Secretary-General sent a note verbale to all Governments. '),
        ratified,
        text(' reported that they had ratified the Protocol.'),
        { kind: 'footnote', number: 1, inlines: [ratifiedList, text('.')] },
        text(' See '),
        { kind: 'link', href: 'https://undocs.org/E/CN.15/2005/8', inlines: [text('E/CN.15/2005/8')] },
        text('.'),
      ),
      { kind: 'heading', level: 1, label: 'II.', inlines: [text('Findings')] },
      { kind: 'heading', level: 2, label: 'A.', inlines: [text('Enforcement')] },
      { kind: 'heading', level: 3, label: '1.', inlines: [text('Measures')] },
      paragraph(
        2,
        text('The following was reported '),
        { kind: 'emphasis', strength: 'emphasis', inlines: [text('inter alia')] },
        text(' for the time '),
        dismantled,
        text(':'),
      ),
      {
        kind: 'list',
        style: 'letters',
        items: [[text('Investigations: '), trend, text(';')], [text('Prosecutions.')]],
      },
      {
        kind: 'table',
        number: 1,
        caption: [text('El Salvador: persons prosecuted and arrested')],
        ...table,
        notes: [[text('The three years are too few for a direction.')]],
        source: [text('Reply of El Salvador, paragraph 14.')],
        claim: { claimId: 't1', status: 'answered' },
      },
      {
        kind: 'chart',
        number: 1,
        caption: [text('El Salvador: persons prosecuted')],
        svg,
        width: 480,
        height: 240,
        alternative,
        notes: [],
        source: [text('Reply of El Salvador, paragraph 14.')],
        claim: { claimId: 'g1', status: 'answered' },
      },
      paragraph(3, text('The Chinese text reads '), {
        kind: 'text',
        text: '“各答复国”',
        language: 'zh',
      }),
      {
        kind: 'paragraph',
        number: 4,
        language: 'ar',
        direction: 'rtl',
        inlines: [{ kind: 'text', text: 'الاتجار بالأشخاص' }],
      },
      {
        kind: 'editor-note',
        blocks: [
          { kind: 'paragraph', inlines: [text('Two statements do not fit together:')] },
          {
            kind: 'list',
            style: 'bullets',
            items: [[text('Latvia is cited but not listed;')], [text('Slovenia is listed but not cited.')]],
          },
        ],
      },
      { kind: 'heading', level: 1, label: 'III.', inlines: [text('Conclusions')] },
      { kind: 'open-place', inlines: [text('Recommendations')] },
    ],
  },
  manifest: {
    format: 'rapporteur-manifest',
    version: 1,
    collection: 'ecosoc-2006-27',
    round: '2008',
    language: 'en',
    vintage,
    claims: [
      entry(ratified, {
        query: { kind: 'states', topic: 'protocol-ratified', as: 'count' },
        events: [2, 3, 4],
        cells: [],
      }),
      entry(ratifiedList, {
        query: { kind: 'states', topic: 'protocol-ratified', as: 'list' },
        events: [2, 3, 4],
        cells: [],
      }),
      entry(dismantled, {
        query: { kind: 'span', indicator: 'cases', respondent: 'MM' },
        events: [21],
        cells: ['ecosoc-2006-27~MM~cases~_T~2002-07..2007-10'],
      }),
      entry(trend, {
        query: { kind: 'trend', indicator: 'persons-prosecuted', respondent: 'SV' },
        reason: { code: 'under-five-points', message: 'SV, persons-prosecuted: 3 yearly figures' },
        events: [24],
        cells: cells.map(([year]) => idOf(0, year)),
      }),
      {
        ...vintage,
        id: 't1',
        query: { kind: 'table', indicator: 'persons-prosecuted,persons-arrested', respondent: 'SV' },
        status: 'answered',
        text: tableText(table),
        events: [24],
        cells: cells.flatMap(([year]) => [idOf(0, year), idOf(1, year)]).sort(),
        grid: [['', '', ''], ...cells.map(([year]) => ['', idOf(0, year), idOf(1, year)])],
      },
      {
        ...vintage,
        id: 'g1',
        query: { kind: 'chart', indicator: 'persons-prosecuted', respondent: 'SV' },
        status: 'answered',
        text: chartText({ alternative }),
        events: [24],
        cells: cells.map(([year]) => idOf(0, year)),
      },
    ],
  },
};
