/** The table of a round: a row for each respondent, with how and when it replied, and on which themes. */
import type { Named, RoundRespondent, WholeRound } from '@rapporteur/contract';
import { usePage, type Page } from '../../page/page-context.js';
import './round.css';

/** In: a round, with those respondents alone who are shown, and all themes. */
export function Matrix({ round, themes }: { round: WholeRound; themes: readonly Named[] }) {
  const page = usePage();
  const rows = [...round.respondents].sort((a, b) => page.compare(a.respondent.name, b.respondent.name));
  if (rows.length === 0) return null;
  const columns = columnsOf(rows, page);
  const shown = themes.filter(({ code }) => rows.some((row) => row.themes.includes(code)));
  return (
    <>
      {shown.length > 0 && (
        <p class="key" aria-hidden="true">
          {shown.map(({ code, name }, i) => (
            <span key={code}>
              {i > 0 && ' · '}
              <strong>{code}</strong> <span lang={page.language}>{name}</span>
            </span>
          ))}
        </p>
      )}
      <MatrixTable {...{ rows, columns }} themes={shown} collection={round.collection} />
    </>
  );
}

interface TableProps extends Omit<RowProps, 'row'> {
  readonly rows: readonly RoundRespondent[];
}

/** Themes have their letter alone over their column, for all to be in sight; what it stands for is said above, and read out here. */
function MatrixTable({ rows, columns, themes, collection }: TableProps) {
  const { texts, language } = usePage();
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={texts.matrix}>
      <table class="matrix">
        <caption class="unseen">{texts.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.respondent}</th>
            {[...columns.map(([name]) => name), texts.figures, texts.findings].map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
            {themes.map(({ code, name }) => (
              <th scope="col" class="theme" key={code}>
                {code}{' '}
                <span class="unseen" lang={language}>
                  {name}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.respondent.code} {...{ row, columns, themes, collection }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The name of a column, what it says of a respondent, and whether that stands out. */
type Column = readonly [
  name: string,
  say: (row: RoundRespondent) => string,
  isMarked?: (row: RoundRespondent) => boolean,
];

/** What is told of each respondent; what is known of nobody has no column, and the lines above the table say that it is not known. */
function columnsOf(rows: readonly RoundRespondent[], page: Page): Column[] {
  const { texts } = page;
  const say = (is: boolean | null) => (is === null ? texts.unknown : is ? texts.yes : texts.no);
  const languages = new Intl.DisplayNames(page.language, { type: 'language' });
  const all: (readonly [name: 'asked' | 'listed' | 'receivedOn' | 'late' | 'language', ...Column])[] = [
    ['asked', texts.asked, ({ asked }) => say(asked)],
    ['listed', texts.listed, ({ listed }) => say(listed)],
    [
      'receivedOn',
      texts.receivedOn,
      ({ receivedOn }) => (receivedOn === null ? texts.noReply : page.received(receivedOn)),
    ],
    ['late', texts.late, ({ late }) => say(late), ({ late }) => late === true],
    [
      'language',
      texts.replyLanguage,
      ({ language }) => (language === null ? texts.unknown : (languages.of(language) ?? language)),
    ],
  ];
  return all.flatMap(([name, ...column]) =>
    name === 'receivedOn' || rows.some((row) => row[name] !== null) ? [column] : [],
  );
}

interface RowProps {
  readonly row: RoundRespondent;
  readonly columns: readonly Column[];
  readonly themes: readonly Named[];
  readonly collection: string;
}

function MatrixRow({ row, columns, themes, collection }: RowProps) {
  const page = usePage();
  const { texts } = page;
  const trends = page.link({
    page: undefined,
    part: undefined,
    collection,
    respondent: row.respondent.code,
    indicator: undefined,
  });
  const findings = page.link({
    page: 'findings',
    part: undefined,
    collection,
    about: row.respondent.code,
    topic: undefined,
  });
  return (
    <tr>
      <th scope="row">
        {row.figures > 0 ? <a href={trends}>{row.respondent.name}</a> : row.respondent.name}
        {row.status === 'withdrawn' && ` (${texts.withdrawn})`}
      </th>
      {columns.map(([name, say, isMarked]) => (
        <td key={name} class={isMarked?.(row) ? 'late' : name === texts.receivedOn ? 'received' : undefined}>
          <bdi>{page.capital(say(row))}</bdi>
        </td>
      ))}
      <td class="number">{page.number(row.figures)}</td>
      <td class="number">
        {row.findings > 0 ? <a href={findings}>{page.number(row.findings)}</a> : page.number(0)}
      </td>
      {themes.map(({ code }) => (
        <td class="theme" key={code}>
          {row.themes.includes(code) ? (
            <>
              <span aria-hidden="true">●</span>
              <span class="unseen">{texts.yes}</span>
            </>
          ) : (
            <span class="unseen">{texts.no}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
