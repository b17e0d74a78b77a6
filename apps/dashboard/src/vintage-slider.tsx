/** Time travel: a slider over the days on which a reply was received, today at its end. */
import { goTo } from './address.js';
import type { Round, WholeRound } from './answers.js';
import { useAnswer } from './ask.js';
import { usePage } from './page-context.js';

/** Days of receipt in the rounds, in order. The rounds are asked as known today, or later days would vanish. */
function daysIn(round: WholeRound | undefined): string[] {
  const days = (round?.respondents ?? []).flatMap(({ receivedOn }) =>
    receivedOn === null ? [] : [typeof receivedOn === 'string' ? receivedOn : receivedOn.onOrBefore],
  );
  return [...new Set(days)].sort();
}

export function VintageSlider({ rounds }: { rounds: readonly Round[] }) {
  const page = usePage();
  const { texts, params } = page;
  const inCollection = rounds.filter(
    ({ collection }) => !params.collection || collection === params.collection,
  );
  const round = (inCollection.at(-1) ?? rounds.at(-1))!;
  const whole = useAnswer<WholeRound>(`/v1/rounds/${round.id}`);
  const received = daysIn(whole.answer);
  if (received.length === 0) return null;
  const stops = [...(round.noteVerbaleOn ? [round.noteVerbaleOn] : []), ...received];
  const days = [...new Set(params.asOf ? [...stops, params.asOf] : stops)].sort();
  const index = params.asOf ? days.indexOf(params.asOf) : days.length;
  const shown = params.asOf ?? texts.today;
  const move = (to: number) => goTo(page.link({ asOf: days[to], at: undefined }));
  return (
    <label class="vintage">
      <span>
        {texts.receivedBy}: <output>{shown}</output>
      </span>
      <input
        type="range"
        dir="ltr"
        min="0"
        max={days.length}
        step="1"
        value={index}
        aria-valuetext={shown}
        onChange={(event) => move(Number(event.currentTarget.value))}
      />
    </label>
  );
}
