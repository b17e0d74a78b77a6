/** The draft of the report on a round, beside the basis of each claim. */
import type { Manifest, ManifestClaim } from '@rapporteur/report';
import type { List, Named, ReportAnswer, Round } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { figureName, toNames } from '../../parts/checks/inconsistency-sentence.js';
import { Citation } from '../../parts/citation.js';
import { PagePicture } from '../../parts/evidence/page-picture.js';
import { Facts } from '../../parts/facts.js';
import { usePage } from '../../page/page-context.js';
import { ReportBlocks } from './report-blocks.js';
import { RoundChoice } from '../../parts/round-choice.js';
import { useRespondents, type NameOf } from '../../session/role-words.js';
import { StateOf } from '../../parts/state-of.js';
import './report.css';

const formats = ['docx', 'pdf', 'html', 'md'] as const;

export function ReportView() {
  const page = usePage();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds'));
  return (
    <StateOf asked={rounds}>
      {({ items }) => {
        const chosen = page.params.round ?? items[0]?.id;
        if (chosen === undefined) return <p class="state">{page.texts.noRounds}</p>;
        return (
          <>
            <RoundChoice rounds={items} chosen={chosen} />
            <OneReport key={chosen} id={chosen} />
          </>
        );
      }}
    </StateOf>
  );
}

function OneReport({ id }: { id: string }) {
  const page = usePage();
  const path = `/v1/rounds/${id}/report`;
  const asked = useAnswer<ReportAnswer>(page.ask(path));
  const chosen = page.params.claim;
  return (
    <StateOf asked={asked}>
      {({ document, manifest, position }) => {
        const claim = manifest.claims.find((each) => each.id === chosen);
        const { asOf } = manifest.vintage;
        return (
          <>
            <Open manifest={manifest} />
            <p>
              {page.texts.download}
              {page.texts.colon}
              {formats.map((format, index) => (
                <>
                  {index > 0 && ' · '}
                  <a key={format} href={page.ask(path, { format, asOf, at: String(position) })}>
                    {format.toUpperCase()}
                  </a>
                </>
              ))}
            </p>
            <div class="report">
              <article lang={document.language} dir={document.direction}>
                <ReportBlocks document={document} chosen={chosen} />
              </article>
              <aside aria-label={page.texts.report.claim} aria-live="polite">
                {claim ? <Basis claim={claim} /> : <p>{page.texts.report.choose}</p>}
              </aside>
            </div>
            <Citation what={id} position={position} data={page.ask(path, { asOf, at: String(position) })} />
          </>
        );
      }}
    </StateOf>
  );
}

/** The claims that the data cannot answer, each a link to its place. */
function Open({ manifest }: { manifest: Manifest }) {
  const page = usePage();
  const { texts } = page;
  const open = manifest.claims.filter(({ status }) => status === 'unanswerable');
  if (open.length === 0) return null;
  return (
    <details>
      <summary>{texts.report.open(page.number(open.length), page.number(manifest.claims.length))}</summary>
      <ul>
        {open.map(({ id, reason }) => (
          <li key={id}>
            <a href={page.link({ claim: id })} lang="">
              {id}
            </a>
            {texts.colon}
            {texts.report.reasons[reason!.code] ?? reason!.code}
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * Told by the fourth part of the identifier: the total or a breakdown in an observation's, the detail in a
 * finding's.
 */
const isObservation = (cell: string) => /^(_T|.*:.*)$/.test(cell.split('~')[3] ?? '');
const mostCells = 40;

interface CellProps {
  readonly cell: string;
  readonly claim: ManifestClaim;
  readonly names: { readonly indicators: ReadonlyMap<string, string>; readonly respondent: NameOf };
}

/** A figure or finding that a claim rests on, with the words of its document, or the picture of its region. */
function Cell({ cell, claim, names }: CellProps) {
  const page = usePage();
  const [, respondent = '', indicator = ''] = cell.split('~');
  const name = names.indicators.has(indicator)
    ? names.respondent(respondent) + page.texts.comma + figureName(cell, page, names)
    : cell;
  const isOfCell = (one: { readonly cell: string }) => one.cell === cell;
  return (
    <li>
      <span lang="">
        {isObservation(cell) ? <a href={page.link({ figure: cell })}>{name}</a> : cell}
        {claim.quotes?.filter(isOfCell).map(({ event, quote }) => (
          <q key={event} dir="auto">
            {quote}
          </q>
        ))}
      </span>
      {claim.regions?.filter(isOfCell).map(({ event, document, page: leaf, region }) => (
        <PagePicture key={event} {...{ document, page: leaf, region }} />
      ))}
    </li>
  );
}

function Basis({ claim }: { claim: ManifestClaim }) {
  const page = usePage();
  const { texts } = page;
  const { kind, ...attributes } = claim.query;
  const asked = useAnswer<List<Named>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const names = { indicators: toNames(asked.answer?.items), respondent: useRespondents().nameOf };
  const query = [kind, ...Object.entries(attributes).map(([name, value]) => `${name}=${value}`)].join(' ');
  return (
    <>
      <h2>{texts.report.claim}</h2>
      <Facts
        facts={[
          [texts.report.query, query, 'quoted'],
          [
            texts.report.text,
            claim.text.length > 400 ? `${claim.text.slice(0, 400)} …` : claim.text,
            'quoted',
          ],
          [texts.report.asOf, claim.asOf && page.day(claim.asOf)],
          [texts.report.position, page.number(claim.at)],
          [
            texts.report.reason,
            claim.reason && (texts.report.reasons[claim.reason.code] ?? claim.reason.code),
          ],
        ]}
      />
      {claim.cells.length > 0 && (
        <>
          <h3>{texts.report.cells}</h3>
          <ul class="cells">
            {claim.cells.slice(0, mostCells).map((cell) => (
              <Cell key={cell} {...{ cell, claim, names }} />
            ))}
            {claim.cells.length > mostCells && (
              <li>{texts.report.more(page.number(claim.cells.length - mostCells))}</li>
            )}
          </ul>
        </>
      )}
      {claim.events.length > 0 && (
        <>
          <h3>{texts.report.events}</h3>
          <p>
            {claim.events.slice(0, mostCells).map((event, index) => (
              <>
                {index > 0 && page.texts.comma}
                <a key={event} href={page.link({ event: String(event) })}>
                  {event}
                </a>
              </>
            ))}
            {claim.events.length > mostCells &&
              ` ${texts.report.more(page.number(claim.events.length - mostCells))}`}
          </p>
        </>
      )}
    </>
  );
}
