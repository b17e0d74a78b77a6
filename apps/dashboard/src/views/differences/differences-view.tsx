/** Differences: what two publications of one collection say differently, the largest first, with a sentence for a note. */
import type { List, Round } from '@rapporteur/contract';
import { goTo } from '../../page/address.js';
import { useAnswer } from '../../page/ask.js';
import { groupBy } from '../../page/group-by.js';
import { usePage } from '../../page/page-context.js';
import { Select } from '../../parts/choices.js';
import { StateOf } from '../../parts/state-of.js';
import { Compared } from './compared.js';
import './differences.css';

export function DifferencesView() {
  const page = usePage();
  const rounds = useAnswer<List<Round>>(page.askNow('/v1/rounds', { limit: '1000' }));
  return (
    <StateOf asked={rounds}>
      {({ items }) => {
        const comparable = [...groupBy(items, ({ collection }) => collection)].filter(
          ([, own]) => own.length > 1,
        );
        if (comparable.length === 0) return <p class="state">{page.texts.checks.differences.none}</p>;
        return <Chosen comparable={comparable} />;
      }}
    </StateOf>
  );
}

type Comparable = readonly (readonly [collection: string, rounds: readonly Round[]])[];

/** Codes of rounds in the order in which they follow each other: 9 before 10, whenever they were imported. */
const { compare } = new Intl.Collator('en', { numeric: true });

/** The two publications of the address, the earlier one first; the last two where it leaves them open. */
function Chosen({ comparable }: { comparable: Comparable }) {
  const page = usePage();
  const { params, texts } = page;
  const words = texts.checks.differences;
  const [collection, rounds] = comparable.find(([code]) => code === params.collection) ?? comparable[0]!;
  const codes = rounds.map(({ round }) => round).sort(compare);
  const second = codes.find((code) => code === params.later) ?? codes.at(-1)!;
  const first =
    codes.find((code) => code === params.earlier) ??
    codes[codes.indexOf(second) - 1] ??
    codes.find((code) => code !== second)!;
  const [earlier = first, later = second] = [first, second].sort(compare);
  const titles = new Map(rounds.map(({ round, title }) => [round, title]));
  const options = codes.map((code) => [code, nameOf(code, titles.get(code))] as const);
  const other = { about: undefined, kind: undefined };
  return (
    <>
      <section class="choice" aria-label={texts.choose}>
        <Select
          label={words.collection}
          value={collection}
          options={comparable.map(([code]) => [code, page.collection(code)] as const)}
          onChange={(code) =>
            goTo(page.link({ ...other, collection: code, earlier: undefined, later: undefined }))
          }
        />
        <Select
          label={words.earlier}
          value={earlier}
          options={options}
          onChange={(code) => goTo(page.link({ collection, earlier: code, later }))}
        />
        <Select
          label={words.later}
          value={later}
          options={options}
          onChange={(code) => goTo(page.link({ collection, earlier, later: code }))}
        />
      </section>
      {earlier === later ? (
        <p class="state">{words.same}</p>
      ) : (
        <Compared collection={collection} from={earlier} to={later} />
      )}
    </>
  );
}

/** A round by its code, with its title where that does not name it already. */
const nameOf = (code: string, title: string | null | undefined): string =>
  !title || title.includes(code) ? (title ?? code) : `${code} – ${title}`;
