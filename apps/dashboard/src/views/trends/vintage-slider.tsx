/** Time travel: a slider over the days on which anything was received, today at its end, and a day to compare with. */
import { goTo } from '../../page/address.js';
import type { DayOfReceipt, List, Round } from '@rapporteur/contract';
import { useAnswer } from '../../page/ask.js';
import { usePage } from '../../page/page-context.js';

interface Props {
  readonly rounds: readonly Round[];
  /** Undefined: all collections. */
  readonly collection: string | undefined;
}

export function VintageSlider({ rounds, collection }: Props) {
  const page = usePage();
  const { texts, params } = page;
  // Asked without a vintage, or later days would disappear from the slider.
  const { answer } = useAnswer<List<DayOfReceipt>>(page.askNow('/v1/vintages', { collection }));
  const receipts = answer?.items ?? [];
  if (receipts.length === 0) return null;
  // The slider begins on the day of the first note verbale, before anything was received.
  const asked = rounds.flatMap(({ collection: own, noteVerbaleOn }) =>
    noteVerbaleOn && (collection === undefined || own === collection) ? [noteVerbaleOn] : [],
  );
  const known = receipts.map(({ receivedOn }) => receivedOn);
  const extra = [asked.sort()[0], params.asOf, params.since].filter((day) => day !== undefined);
  const days = [...new Set([...known, ...extra])].sort();
  const index = params.asOf ? days.indexOf(params.asOf) : days.length;
  const shown = params.asOf ? page.day(params.asOf) : texts.today;
  const events = receipts.find(({ receivedOn }) => receivedOn === params.asOf)?.events;
  const note = events === undefined ? '' : texts.travel.events(events);
  const move = (to: number) => goTo(page.link({ asOf: days[to], at: undefined }));
  return (
    <div class="travel">
      <label class="vintage">
        <span>
          {texts.receivedBy}
          {texts.colon}
          <output>{shown}</output>
        </span>
        <input
          type="range"
          dir="ltr"
          min="0"
          max={days.length}
          step="1"
          value={index}
          aria-valuetext={[shown, note].filter(Boolean).join(texts.comma)}
          onChange={(event) => move(Number(event.currentTarget.value))}
        />
      </label>
      {note && <small>{note}</small>}
      <label>
        {texts.travel.compare}
        <select
          value={params.since ?? ''}
          onChange={(event) => goTo(page.link({ since: event.currentTarget.value || undefined }))}
        >
          <option value="">{texts.travel.noCompare}</option>
          {days
            .filter((day) => day < (params.asOf ?? '9999') || day === params.since)
            .map((day) => (
              <option key={day} value={day}>
                {page.day(day)}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}
