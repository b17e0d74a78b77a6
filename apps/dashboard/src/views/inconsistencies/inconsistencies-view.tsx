/** Inconsistencies to work through, each in words, with the places that disagree; for those with the right open questions, too. */
import { collectionOf } from '../../page/address.js';
import type { Inconsistency, List, Named, Respondent, Topic } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { CheckList } from '../../parts/checks/check-list.js';
import { Filter, namesIn } from '../../parts/filters.js';
import { Citation } from '../../parts/citation.js';
import { Sentence, toNames, type Names } from '../../parts/checks/inconsistency-sentence.js';
import { usePage } from '../../page/page-context.js';
import { sourceText } from '../../parts/source-text.js';
import { StateOf } from '../../parts/state-of.js';
import { OpenQuestion, QuestionPlaces, toRows, type QuestionRow } from './open-question.js';
import { useWaitingLooks, useWork, type Said, type Work } from './use-work.js';
import { LookPlaces, LookState, toLookRows, WaitingLook, type LookRow } from './waiting-look.js';
import { Gone, WorkCell } from './work-cell.js';
import { WorkFilters } from './work-filters.js';

const atMost = 1000;

export function InconsistenciesView() {
  const page = usePage();
  const { texts, params } = page;
  const asked = useAnswer<List<Inconsistency>>(
    page.ask('/v1/inconsistencies', { collection: collectionOf(params), limit: String(atMost) }),
  );
  const indicators = useAnswer<List<Named>>(page.askNow('/v1/indicators', { limit: '1000' }));
  const topics = useAnswer<List<Topic>>(page.askNow('/v1/topics', { limit: '1000' }));
  const names = { indicators: toNames(indicators.answer?.items), topics: toNames(topics.answer?.items) };
  const themes = new Map(topics.answer?.items.map(({ theme }) => [theme.code, theme.name]));
  const said = useWork();
  const work = said === 'may come' ? undefined : said;
  const respondents = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' }));
  const named = respondents.answer?.items ?? [];
  const open = [
    ...toLookRows(toRows(useWaitingLooks(), named, collectionOf(params))),
    ...toRows(work?.questions ?? [], named, collectionOf(params)),
  ];
  return (
    <StateOf asked={asked}>
      {({ items, next, position }) =>
        // Else it would be shown for a moment as to those who may not see the work, with ticks of this browser.
        said === 'may come' ? (
          <p class="state" role="status">
            {texts.loading}
          </p>
        ) : items.length + open.length === 0 ? (
          <p class="state">{texts.noInconsistencies}</p>
        ) : (
          <>
            {next && <p class="state">{texts.checks.onlyFirst(page.number(items.length))}</p>}
            <Disagreements items={[...items, ...open]} names={{ ...names, themes }} work={work} />
            <Citation
              what={texts.pages.inconsistencies}
              position={position}
              data={page.ask('/v1/inconsistencies', {
                collection: collectionOf(params),
                at: String(position),
              })}
            />
          </>
        )
      }
    </StateOf>
  );
}

type Item = Inconsistency | QuestionRow | LookRow;
const isQuestion = (item: Item): item is QuestionRow => 'theme' in item;
const isLook = (item: Item): item is LookRow => 'look' in item;

/** A key that stays the same on later days. */
const keyOf = ({ kind, round, respondent, message }: Item) =>
  [kind, round, respondent.code, message].join(' ');

/** How an item stands as work, and who works on it. */
function stateOf(item: Item, work: Work): Partial<Said> {
  if (isLook(item)) return { state: 'open', owner: item.look.whom?.name ?? null };
  return work.of(item) ?? {};
}

interface ListProps {
  readonly items: readonly Item[];
  readonly names: Names & { readonly themes: ReadonlyMap<string, string> };
  readonly work: Work | undefined;
}

function Disagreements({ items, names, work }: ListProps) {
  const page = usePage();
  const { texts, params } = page;
  const { checks } = texts;
  const kindOf = ({ kind }: Item) => texts.kinds[kind] ?? checks.work.kinds[kind] ?? kind;
  const list = (
    <CheckList
      view="inconsistencies"
      hasTicks={work === undefined}
      items={items}
      fitting={items.filter(
        (item) =>
          (!params.kind || item.kind === params.kind) &&
          (!params.about || item.respondent.code === params.about) &&
          (!work || !params.work || stateOf(item, work).state === params.work) &&
          (!work || !params.owner || stateOf(item, work).owner === params.owner),
      )}
      keyOf={keyOf}
      nameOf={(item) => item.respondent.name + page.texts.comma + kindOf(item)}
      filters={<Filters items={items} kindOf={kindOf} work={work} />}
      columns={[
        { name: texts.kind, class: 'kind', cell: kindOf },
        {
          name: texts.message,
          class: 'words',
          cell: (item) =>
            isLook(item) ? (
              <WaitingLook look={item.look} />
            ) : isQuestion(item) ? (
              <OpenQuestion question={item} themes={names.themes} />
            ) : (
              <Sentence item={item} names={names} />
            ),
        },
        {
          name: texts.places,
          class: 'words',
          cell: (item) =>
            isLook(item) ? (
              <LookPlaces row={item} />
            ) : isQuestion(item) ? (
              <QuestionPlaces question={item} />
            ) : (
              <Places places={item.places} />
            ),
        },
        ...(work
          ? [
              {
                name: checks.work.name,
                isNamed: true,
                cell: (item: Item) => {
                  if (isLook(item)) return <LookState look={item.look} />;
                  const own = work.of(item);
                  return own && <WorkCell item={own} work={work} />;
                },
              },
            ]
          : []),
      ]}
    />
  );
  return (
    <>
      {list}
      {work && <Gone work={work} />}
    </>
  );
}

interface FiltersProps extends Pick<ListProps, 'items' | 'work'> {
  readonly kindOf: (item: Item) => string;
}

function Filters({ items, kindOf, work }: FiltersProps) {
  const page = usePage();
  const { texts } = page;
  const { checks } = texts;
  const kinds = new Map(items.map((item) => [item.kind, kindOf(item)]));
  return (
    <>
      <Filter
        label={checks.kind}
        name="kind"
        none={checks.allKinds}
        options={[...kinds].map(([code, name]) => ({ code, name }))}
      />
      <Filter
        label={texts.respondent}
        name="about"
        none={checks.allRespondents}
        options={namesIn(
          items.map(({ respondent }) => respondent),
          page.compare,
        )}
      />
      {work && (
        <WorkFilters
          owners={[...work.owners, ...items.filter(isLook).flatMap(({ look }) => look.whom?.name ?? [])]}
        />
      )}
    </>
  );
}

/** Paragraph 5 before 46. */
const numbers = new Intl.Collator('en', { numeric: true });

/** A place that occurs twice is shown once. */
function Places({ places }: Pick<Inconsistency, 'places'>) {
  const page = usePage();
  const byText = new Map(places.map((place) => [`${sourceText(place, page.texts)} ${place.event}`, place]));
  const inOrder = [...byText].sort(([one], [other]) => numbers.compare(one, other));
  return (
    <>
      {inOrder.map(([key, place], i) => {
        const text = sourceText(place, page.texts);
        return (
          <span key={key}>
            {i > 0 && page.texts.separator}
            {place.event === undefined ? (
              text
            ) : (
              <a class="place" href={page.link({ event: String(place.event) })}>
                {text}
              </a>
            )}
          </span>
        );
      })}
    </>
  );
}
