/** The fields of an entry: its receipt, and its rows with the buttons that add one. */
import { useContext } from 'preact/hooks';
import { emptyFigure, emptyFinding, type Entry, type FigureRow, type FindingRow } from './entry.js';
import { ProblemsContext, TextField } from './field.js';
import { today, usePage } from '../../page/page-context.js';
import { dayBeforeRound } from './send-entry.js';
import { FigureFields, FindingFields, type CodeLists } from './submit-rows.js';

interface Keeping {
  readonly entry: Entry;
  readonly keep: (entry: Entry) => void;
}

/** When and how the text was received, and why it was corrected. */
export function HowReceived({ entry, keep }: Keeping) {
  const { submit } = usePage().texts;
  const isAsked = useContext(ProblemsContext)
    .get('receivedOn')
    ?.some(({ code }) => code === dayBeforeRound);
  const isOfCorrection = entry.kind === 'correction';
  const labels = {
    language: submit.language,
    reason: isOfCorrection ? submit.reason : submit.reasonOfOther,
    reference: isOfCorrection ? submit.reference : submit.referenceOfOther,
  };
  const text = (field: keyof typeof labels, isLong = false) => (
    <TextField
      field={field}
      label={labels[field]}
      value={entry[field]}
      isLong={isLong}
      onText={(value) => keep({ ...entry, [field]: value })}
    />
  );
  return (
    <fieldset>
      <legend>{submit.receipt}</legend>
      <TextField
        field="receivedOn"
        label={submit.receivedOn}
        value={entry.receivedOn}
        inputProps={{ type: 'date', max: today() }}
        onText={(receivedOn) => keep({ ...entry, receivedOn, isDayConfirmed: false })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={entry.isOnOrBefore}
          onChange={(event) => keep({ ...entry, isOnOrBefore: event.currentTarget.checked })}
        />
        {submit.isOnOrBefore}
      </label>
      {(isAsked || entry.isDayConfirmed) && (
        <label class="check">
          <input
            type="checkbox"
            checked={entry.isDayConfirmed}
            onChange={(event) => keep({ ...entry, isDayConfirmed: event.currentTarget.checked })}
          />
          {submit.isDayConfirmed}
        </label>
      )}
      {(entry.kind === 'reply' || entry.kind === 'replacement') && text('language')}
      {entry.kind !== 'reply' && text('reason', true)}
      {entry.kind !== 'reply' && text('reference')}
    </fieldset>
  );
}

/** Its figures and findings, each a row. */
export function Rows({ entry, keep, lists }: Keeping & { readonly lists: CodeLists }) {
  const { submit } = usePage().texts;
  const figures = (change: (rows: readonly FigureRow[]) => readonly FigureRow[]) =>
    keep({ ...entry, figures: change(entry.figures) });
  const findings = (change: (rows: readonly FindingRow[]) => readonly FindingRow[]) =>
    keep({ ...entry, findings: change(entry.findings) });
  const id = entry.nextId;
  return (
    <>
      <h3>{submit.figures}</h3>
      {entry.figures.map((row, i) => (
        <FigureFields
          key={row.id}
          row={row}
          n={i + 1}
          lists={lists}
          onChange={(change) =>
            figures((rows) => rows.map((r) => (r.id === row.id ? { ...r, ...change } : r)))
          }
          onRemove={() => figures((rows) => rows.filter((r) => r.id !== row.id))}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          keep({
            ...entry,
            nextId: id + 1,
            figures: [...entry.figures, { ...emptyFigure, id, part: 'added' }],
          })
        }
      >
        {submit.addFigure}
      </button>
      <h3>{submit.findings}</h3>
      {entry.findings.map((row, i) => (
        <FindingFields
          key={row.id}
          row={row}
          n={i + 1}
          lists={lists}
          onChange={(change) =>
            findings((rows) => rows.map((r) => (r.id === row.id ? { ...r, ...change } : r)))
          }
          onRemove={() => findings((rows) => rows.filter((r) => r.id !== row.id))}
        />
      ))}
      <button
        type="button"
        onClick={() =>
          keep({
            ...entry,
            nextId: id + 1,
            findings: [...entry.findings, { ...emptyFinding, id, part: 'added' }],
          })
        }
      >
        {submit.addFinding}
      </button>
    </>
  );
}
