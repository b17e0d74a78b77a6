/** Draws series of one indicator as a picture that can stand in a mail or a document: with title, source and address. */
import { breakdownOf, groupBy, type SeriesStatement } from '@rapporteur/domain';
import {
  chartInWords,
  drawPicture,
  isDrawable,
  leftOutInWords,
  loadLanguage,
  nameAxis,
  sizeOf,
  svgToPng,
  toChartSeries,
  writeBreakdown,
  writeIndicator,
  writeNumber,
  writeRespondent,
  writeRuns,
  type ReportLanguage,
} from '@rapporteur/report';
import type { Language } from '@rapporteur/names';

export { svgToPng };

export interface TrendPicture {
  readonly indicator: string;
  /** Those that are asked for. */
  readonly respondents: readonly string[];
  readonly statements: readonly SeriesStatement[];
  /** The names of their collections. */
  readonly collections: ReadonlyMap<string, string>;
  /** What is printed below the source: what is missing, and the address. */
  readonly foot: readonly string[];
}

export interface Drawn {
  readonly title: string;
  readonly svg: string;
  /** Of the picture, in pixels of a page. */
  readonly width: number;
  readonly height: number;
  /** English where there are no words for figures in the one that is asked for. */
  readonly language: Language;
  /** The words of the link from the picture to where its figures stand. */
  readonly follow: string;
}

/** The statements of each series, in the order of their identifiers and then of their periods. */
const seriesIn = (statements: readonly SeriesStatement[]): SeriesStatement[][] =>
  [...groupBy([...statements].sort(byIdentifier), seriesOf).values()].map((each) => [...each].sort(byPeriod));

const seriesOf = ({ collection, respondent, breakdown }: SeriesStatement) =>
  [respondent, breakdown, collection].join('~');
const byIdentifier = (a: SeriesStatement, b: SeriesStatement) => (seriesOf(a) < seriesOf(b) ? -1 : 1);
const byPeriod = (a: SeriesStatement, b: SeriesStatement) => (a.period < b.period ? -1 : 1);

/** Out: the picture; undefined where nothing of the figures has a place on an axis of time. */
export async function drawTrend(picture: TrendPicture, code: Language): Promise<Drawn | undefined> {
  const language = await loadLanguage(code);
  const series = seriesIn(picture.statements);
  const naming = nameApart(series, picture, language);
  const drawn = series.map((each) => toChartSeries(naming.ofSeries(each[0]!), each, language));
  if (!isDrawable(drawn)) return undefined;
  const caption = (each: SeriesStatement[]) =>
    [naming.title, naming.ofSeries(each[0]!)].filter((text) => text !== '').join(' – ');
  const chart = {
    title: naming.title,
    axis: nameAxis(picture.indicator, language),
    alternative: series.map((each) => chartInWords(caption(each), each, language)).join(' '),
    series: drawn,
    lang: language.code,
  };
  const leftOut = series.flatMap((each) => {
    const figures = leftOutInWords(each, language);
    return figures ? language.say('chart.left-out', { subject: caption(each), figures }) : [];
  });
  const foot = [
    ...leftOut,
    ...tellSilent(picture, language),
    ...sourcesOf(picture, language),
    ...picture.foot,
  ];
  const svg = drawPicture(chart, foot, (value) => writeNumber(value, language));
  const [width, height] = [sizeOf(svg, 'width'), sizeOf(svg, 'height')];
  return { title: chart.title, svg, width, height, language: code, follow: language.say('chart.follow') };
}

/** The title says what all series share, and the name of each in what it differs from the others. */
function nameApart(series: readonly SeriesStatement[][], picture: TrendPicture, language: ReportLanguage) {
  const first = series[0]?.[0];
  const parts: ((of: SeriesStatement) => string)[] = [
    ({ respondent }) => writeRespondent(respondent, language),
    ({ breakdown }) => writeBreakdown(breakdownOf(breakdown), language),
    ({ collection }) => picture.collections.get(collection) ?? collection,
  ];
  const [ofRespondent, ofBreakdown] = parts;
  const differs = (part: (of: SeriesStatement) => string) =>
    series.some((each) => part(each[0]!) !== part(first!));
  const shared = [ofRespondent!, ofBreakdown!].flatMap((part) =>
    first && !differs(part) ? part(first) : [],
  );
  return {
    title: [writeIndicator(picture.indicator, language), ...shared].filter((text) => text !== '').join(' – '),
    ofSeries: (of: SeriesStatement) =>
      parts
        .filter(differs)
        .map((part) => part(of) || language.say('chart.total'))
        .join(' – '),
  };
}

/** Who is asked for and has no figure, as long as that is a few: of a region most have none. */
const silentTold = 20;

function tellSilent({ respondents, statements }: TrendPicture, language: ReportLanguage): string[] {
  const silent = respondents.filter((code) => !statements.some(({ respondent }) => respondent === code));
  if (silent.length === 0 || silent.length > silentTold) return [];
  const names = silent.map((code) => writeRespondent(code, language));
  return [language.say('chart.none', { respondents: language.list(names) })];
}

/** For each collection its name, and the paragraphs where there are some. */
function sourcesOf({ statements, collections }: TrendPicture, language: ReportLanguage): string[] {
  return [...groupBy(statements, ({ collection }) => collection)].flatMap(([collection, own]) => {
    const paragraphs = [...new Set(own.flatMap(({ source }) => source.paragraph ?? []))].sort(
      (a, b) => a - b,
    );
    const label = language.labels.source;
    const name = `${label}${label.endsWith('：') ? '' : ' '}${collections.get(collection) ?? collection}`;
    if (paragraphs.length === 0) return name;
    const many = { count: paragraphs.length, paragraphs: writeRuns(paragraphs, language) };
    return [name, language.say('table.source-paragraphs', many)];
  });
}
