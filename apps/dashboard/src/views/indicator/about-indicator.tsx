/** About an indicator: who reports it, breaks and caveats of its figures, how it is made, where it is from, how to cite it. */
import type { CitedFigure, Indicator, List, Round, Series } from '@rapporteur/contract';
import type { ComponentChildren } from 'preact';
import { missing, publishers } from 'virtual:dimension-names';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { usePage, type Page } from '../../page/page-context.js';
import { Citation } from '../../parts/citation.js';
import { missingText } from '../../parts/figure-words.js';
import { quoteIn } from '../../parts/evidence/quoted.js';
import { roundName } from '../../parts/round-choice.js';
import { StateOf } from '../../parts/state-of.js';
import { reportedIn } from './sort-series.js';
import { useAllSeries } from './use-all-series.js';

export function AboutIndicator({ indicator }: { readonly indicator: Indicator }) {
  const page = usePage();
  const { texts } = page;
  const words = texts.aboutIndicator;
  const query = { indicator: indicator.code, breakdown: '_T' };
  const asked = useAllSeries(query);
  return (
    <StateOf asked={asked}>
      {({ series, leftOut, position }) => {
        const byCollection = [...groupBy(series, ({ collection }) => collection)];
        return (
          <>
            <Part head={words.who}>
              {series.length === 0 && <p class="state">{texts.ofIndicator.nobody}</p>}
              <ul>
                {byCollection.map(([collection, own]) => (
                  <Reporters key={collection} collection={collection} series={own} />
                ))}
              </ul>
              {leftOut.length > 0 && <p>{texts.compare.leftOut(page.list(leftOut))}</p>}
            </Part>
            <Part head={words.caveats}>
              {byCollection.map(([collection, own]) => (
                <Caveats key={collection} collection={collection} series={own} />
              ))}
            </Part>
            <Part head={words.methods}>
              <ul>
                {words.method.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
              <p>{quoteIn((file) => words.inFull(file), 'docs/methods.md')}</p>
            </Part>
            <Part head={words.sources}>
              {byCollection.map(([collection, own]) => (
                <Source key={collection} collection={collection} series={own} />
              ))}
            </Part>
            <Citation
              what={texts.pages.indicator + texts.colon + indicator.name}
              position={position}
              data={page.askAt('/v1/trends', position, query)}
            />
          </>
        );
      }}
    </StateOf>
  );
}

const Part = ({ head, children }: { readonly head: string; readonly children: ComponentChildren }) => (
  <section class="about">
    <h3>{head}</h3>
    {children}
  </section>
);

interface Props {
  readonly collection: string;
  /** Of the collection. */
  readonly series: readonly Series[];
}

function Name({ collection }: Pick<Props, 'collection'>) {
  const page = usePage();
  return <strong lang={page.language}>{page.collection(collection)}</strong>;
}

/** How many States, how many figures, since when; the table of all of them is a click away. */
function Reporters({ collection, series }: Props) {
  const page = usePage();
  const { texts } = page;
  const years = series.flatMap((one) => reportedIn(one).map(({ year }) => year));
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const states = new Set(series.map(({ respondent }) => respondent.code)).size;
  return (
    <li>
      <Name collection={collection} />
      {texts.colon}
      <a href={page.link({ part: undefined })}>{texts.overview.states(states)}</a>
      {texts.comma + texts.overview.figures(years.length)}
      {years.length > 0 && ` (${texts.overview.years(String(first), String(last))})`}
    </li>
  );
}

/** Counts of what must be known of the figures, in words; none of what there is none of. */
function caveatsOf(series: readonly Series[], page: Page): string[] {
  const { charts, aboutIndicator: words, colon } = page.texts;
  const figures = series.flatMap(({ years, spans }): CitedFigure[] => [...years, ...spans]);
  const count = (fits: (figure: CitedFigure) => boolean) => figures.filter(fits).length;
  const said: (readonly [number, (n: number) => string])[] = [
    [
      count(({ qualifier }) => qualifier === 'at-least' || qualifier === 'fewer-than'),
      (n) => charts.saysRanges(n),
    ],
    [count(({ qualifier }) => qualifier === 'approximately'), words.approximations],
    [count(({ values }) => values !== undefined), words.conflicts],
    [series.reduce((sum, { spans }) => sum + spans.length, 0), words.spans],
    ...Object.keys(missing).map(
      (code) =>
        [
          count((figure) => figure.missing === code),
          (n: number) => missingText(code, page) + colon + page.number(n),
        ] as const,
    ),
  ];
  return said.flatMap(([n, say]) => (n > 0 ? [say(n)] : []));
}

function Caveats({ collection, series }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.aboutIndicator;
  const broken = series
    .map((one) => ({
      one,
      years: one.years.flatMap((figure) => (figure.break ? [String(figure.year)] : [])),
    }))
    .filter(({ years }) => years.length > 0)
    .sort((a, b) => page.compare(a.one.respondent.name, b.one.respondent.name));
  const caveats = caveatsOf(series, page);
  const stop = texts.stop.trimEnd();
  return (
    <>
      <h4>
        <Name collection={collection} />
      </h4>
      <ul>
        {broken.length === 0 ? (
          <li>{words.noBreak}</li>
        ) : (
          <li>
            {words.breaks + texts.colon}
            {broken
              .map(({ one, years }) => `${one.respondent.name} (${years.join(texts.comma)})`)
              .join(texts.separator) + stop}
          </li>
        )}
        {caveats.map((one) => (
          <li key={one}>{page.capital(one) + stop}</li>
        ))}
      </ul>
    </>
  );
}

const dayOf = ({ receivedOn }: CitedFigure) =>
  typeof receivedOn === 'string' ? receivedOn : receivedOn.onOrBefore;

/** Publisher, licence, the rounds of the collection, and when and at which position the last of the figures came. */
function Source({ collection, series }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.aboutIndicator;
  const rounds = useAnswer<List<Round>>(page.ask('/v1/rounds', { limit: '1000' }));
  const known = publishers[collection];
  const licence = known ? (known.licence ?? words.noLicence) : words.unknown;
  const figures = series.flatMap(({ years, spans }): CitedFigure[] => [...years, ...spans]);
  const latest = [...figures]
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b), 'en') || a.event - b.event)
    .at(-1);
  const event = latest && String(latest.event);
  return (
    <>
      <h4>
        <Name collection={collection} />
      </h4>
      <dl class="facts">
        <Fact name={words.publisher}>{known ? <span lang="en">{known.publisher}</span> : words.unknown}</Fact>
        <Fact name={words.licence}>{page.capital(licence)}</Fact>
        <Fact name={texts.pages.round}>
          {rounds.answer?.items
            .filter((one) => one.collection === collection)
            .map((one, i) => (
              <span key={one.id}>
                {i > 0 && texts.separator}
                <a href={page.link({ page: 'round', round: one.id, part: undefined })} lang="">
                  {roundName(one, page)}
                </a>
                {one.symbol && ` (${one.symbol})`}
              </span>
            ))}
        </Fact>
        {event && (
          <Fact name={words.received}>
            {page.received(latest.receivedOn)}
            {texts.comma}
            <a href={page.link({ event })}>{texts.position(event)}</a>
          </Fact>
        )}
      </dl>
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
