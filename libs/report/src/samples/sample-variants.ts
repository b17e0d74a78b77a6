/**
 * Reports for the tests of renderers: one in Chinese, one in Arabic that lacks all that a report may lack, and one as
 * long as a round with two hundred respondents.
 */
import type { Block, Claim, Inline, Report, Table } from '../document/document.js';
import type { ManifestClaim } from '../document/manifest.js';
import { plainText, tableText } from '../document/plain-text.js';
import { sampleReport } from './sample-report.js';

const text = (content: string): Inline => ({ kind: 'text', text: content });

/** Collects the manifest while a document is written. */
function build(
  write: (claim: (content: string) => Claim, whole: (table: Table) => Table) => Block[],
): Report {
  const claims: ManifestClaim[] = [];
  const add = (content: string, kind: string): string => {
    const id = `c${claims.length + 1}`;
    const entry = { query: { kind }, status: 'answered', text: content, events: [1], cells: [] } as const;
    claims.push({ id, ...sampleReport.manifest.vintage, ...entry });
    return id;
  };
  const claim = (content: string): Claim => {
    const inlines = [text(content)];
    return { kind: 'claim', claimId: add(plainText(inlines), 'figure'), status: 'answered', inlines };
  };
  const whole = (table: Table): Table => ({
    ...table,
    claim: { claimId: add(tableText(table), 'table'), status: 'answered' },
  });
  const blocks = write(claim, whole);
  return {
    document: { ...sampleReport.document, blocks },
    manifest: { ...sampleReport.manifest, claims },
  };
}

const header = (content: string) => ({ inlines: [text(content)], isHeader: true });
const figure = (content: string) => ({ inlines: [text(content)], align: 'end' as const });

const chinese = build((claim, whole) => [
  { kind: 'heading', level: 1, label: '一.', inlines: [text('导言')] },
  {
    kind: 'paragraph',
    number: 1,
    inlines: [
      text('在报告已批准议定书的会员国中，'),
      { kind: 'footnote', number: 1, inlines: [claim('白俄罗斯、保加利亚、克罗地亚和萨尔瓦多'), text('。')] },
      text('并不是所有国家都已完成起草和通过具体立法的程序。'),
      claim('萨尔瓦多在2005年起诉了18人'),
      text('。'),
    ],
  },
  { kind: 'heading', level: 2, label: 'A.', inlines: [text('批准和法律条款')] },
  whole({
    kind: 'table',
    number: 1,
    caption: [text('萨尔瓦多：被起诉的人')],
    head: [[header('年份'), header('被起诉的人')]],
    rows: [
      [header('2005'), figure('18')],
      [header('2006'), figure('37')],
    ],
    notes: [],
    source: [text('萨尔瓦多的答复。')],
  }),
  // Enough for a second page.
  ...Array.from({ length: 24 }, (_, i): Block => {
    return {
      kind: 'paragraph',
      number: i + 2,
      inlines: [text('各答复国强调了议定书在制订全球统一应对措施方面的重要性。'.repeat(2))],
    };
  }),
]);

export const chineseReport: Report = {
  document: {
    ...chinese.document,
    language: 'zh',
    masthead: {
      organization: '联合国',
      organ: '经济及社会理事会',
      symbol: 'E/CN.15/2008/6',
      distribution: 'Distr.: General',
      date: '2008年2月8日',
      originalLanguage: '原件：英文',
      body: '预防犯罪和刑事司法委员会',
      session: '第十七届会议',
      title: '加强国际合作以防止和打击贩运人口及保护此种贩运行为的被害人',
      subtitle: '秘书长的报告',
    },
  },
  manifest: { ...chinese.manifest, language: 'zh' },
};

const spanned = (content: string, span: number) => ({ ...header(content), span });

/** Right to left, with nothing but a title above it; its blocks lack or have what those of the sample have or lack. */
const arabic = build((claim, whole) => [
  { kind: 'heading', level: 1, inlines: [text('مقدمة')] },
  { kind: 'heading', level: 2, label: 'ب -', inlines: [text('الملاحقة')] },
  {
    kind: 'paragraph',
    inlines: [
      { kind: 'emphasis', strength: 'strong', inlines: [text('ثلاث عشرة'), text('\tدولة\nصدقت')] },
      { kind: 'text', text: 'El Salvador', language: 'es' },
      { kind: 'text', text: '2008', direction: 'ltr' },
      { kind: 'link', href: 'javascript:alert(1)', inlines: [text('هنا')] },
      { kind: 'link', href: 'https://undocs.org/ar/E/CN.15/2008/6', inlines: [claim('18')] },
      {
        kind: 'footnote',
        number: 1,
        inlines: [{ kind: 'emphasis', strength: 'strong', inlines: [claim('37')] }],
      },
    ],
  },
  { kind: 'list', style: 'numbers', items: [[text('أولا')], [text('ثانيا')]] },
  { kind: 'list', style: 'numbers', language: 'en', direction: 'ltr', items: [[text('First')]] },
  whole({
    kind: 'table',
    number: 1,
    caption: [text('الأشخاص')],
    head: [
      [header('السنة'), spanned('الأشخاص', 2)],
      [header(''), header('2001'), header('2002')],
    ],
    rows: ['ألف', 'باء', 'جيم '.repeat(30)].map((name, row) => [
      { ...header(name), language: 'ar' },
      figure(`<${row}`),
      { ...figure('6'), observation: `o${row}` },
    ]),
    notes: [[text('ملاحظة أولى.')], [text('ملاحظة ثانية.')]],
    source: [],
  }),
  {
    ...{ kind: 'table', number: 2, caption: [text('نص')], head: [], notes: [], source: [], direction: 'ltr' },
    rows: [
      [
        { inlines: [text('n')], align: 'center' },
        { inlines: [text('m')], span: 2, direction: 'rtl' },
      ],
    ],
  },
  {
    ...{
      kind: 'chart',
      number: 1,
      caption: [text('رسم')],
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="960" height="240"/>',
    },
    ...{ width: 960, height: 240, alternative: '', notes: [[text('ملاحظة.')]], source: [] },
  },
  {
    kind: 'editor-note',
    language: 'en',
    direction: 'ltr',
    blocks: [{ kind: 'paragraph', inlines: [text('Note')] }],
  },
  { kind: 'open-place', language: 'fr', direction: 'ltr', inlines: [] },
]);

export const arabicReport: Report = {
  document: {
    ...arabic.document,
    language: 'ar',
    direction: 'rtl',
    masthead: { organization: 'الأمم المتحدة', title: 'تعزيز التعاون الدولي' },
  },
  manifest: { ...arabic.manifest, language: 'ar' },
};

const years = Array.from({ length: 19 }, (_, i) => 2003 + i);
const states = Array.from({ length: 208 }, (_, i) => `State number ${i + 1}`);
const sections = ['I.', 'II.', 'III.', 'IV.', 'V.', 'VI.', 'VII.'];

/** 208 States, 19 years, 140 paragraphs, 70 footnotes. */
export const longReport: Report = build((claim, whole) => [
  ...sections.flatMap((label, section): Block[] => [
    { kind: 'heading', level: 1, label, inlines: [text('Law enforcement and prosecution')] },
    ...Array.from({ length: 20 }, (_, i): Block => {
      const number = section * 20 + i + 1;
      const note = Math.ceil(number / 2);
      const listed = states.slice(i, i + 12).join(', ');
      const noted: Inline[] =
        number % 2 === 1
          ? [
              text(` with note ${note},`),
              { kind: 'footnote', number: note, inlines: [text(`Note ${note} of many: `), claim(listed)] },
            ]
          : [];
      return {
        kind: 'paragraph',
        number,
        inlines: [
          claim(`${number * 3} cases`),
          text(' were reported'),
          ...noted,
          text(' and described at some length. '.repeat(3)),
        ],
      };
    }),
  ]),
  whole({
    kind: 'table',
    number: 1,
    caption: [text('Persons prosecuted, by State')],
    head: [[header('State'), ...years.map((year) => header(String(year)))]],
    rows: states.map((state, i) => [
      header(state),
      ...years.map((year, j) => figure(i % 7 === j % 7 ? '<5' : String((i * year) % 5000))),
    ]),
    notes: [],
    source: [text('Replies of States.')],
  }),
]);
