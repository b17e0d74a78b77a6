/** The rows of a reply's form, each a figure or a finding as typed. */
import dimensions from 'virtual:dimension-names';
import type { Named } from '@rapporteur/contract';
import type { FigureRow, FindingRow } from './entry.js';
import { ProblemsOf, SelectField, TextField } from './field.js';
import { usePage } from '../../page/page-context.js';

export interface CodeLists {
  readonly indicators: readonly Named[];
  readonly topics: readonly Named[];
  readonly respondents: readonly Named[];
}

/** Dimensions whose codes are also codes of respondents, in lower case. */
const ofRespondents = ['citizenship', 'repatriated-to'];

interface RowProps<R> {
  readonly row: R;
  /** The number of the row among rows of its kind, from 1. */
  readonly n: number;
  readonly lists: CodeLists;
  readonly onChange: (change: Partial<R>) => void;
  readonly onRemove: () => void;
}

export function FigureFields({ row, n, lists, onChange, onRemove }: RowProps<FigureRow>) {
  const { texts, compare } = usePage();
  const { submit } = texts;
  const name = (field: string) => `figure-${row.id}-${field}`;
  const text = (
    field: 'period' | 'value' | 'paragraph' | 'footnote' | 'note' | 'asWritten',
    isLong = false,
  ) => (
    <TextField
      field={name(field)}
      label={submit[field]}
      value={row[field]}
      isLong={isLong}
      isReadOnly={field === 'period' && row.part !== 'added'}
      inputProps={['value', 'paragraph', 'footnote'].includes(field) ? { inputMode: 'numeric', size: 8 } : {}}
      onText={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <fieldset class="row">
      <legend>{submit.figureRow(n, submit.parts[row.part])}</legend>
      <SelectField
        field={name('indicator')}
        label={submit.indicator}
        value={row.indicator}
        none={submit.choose}
        options={[...lists.indicators].sort((a, b) => compare(a.name, b.name))}
        isFixed={row.part !== 'added'}
        onText={(indicator) => onChange({ indicator })}
      />
      {text('period', true)}
      {row.part !== 'retracted' && (
        <>
          {text('value')}
          <SelectField
            field={name('qualifier')}
            label={submit.qualifier}
            value={row.qualifier}
            options={Object.entries(texts.qualifiers).map(([code, label]) => ({ code, name: label }))}
            onText={(qualifier) => onChange({ qualifier })}
          />
          {text('paragraph')}
        </>
      )}
      <details open={Object.keys(row.breakdown).length > 0}>
        <summary>{submit.more}</summary>
        <div class="fields">
          <BreakdownFields row={row} lists={lists} onChange={onChange} />
          {row.part !== 'retracted' && (
            <>
              {text('footnote')}
              {text('note', true)}
              {text('asWritten')}
              <BreakField row={row} onChange={onChange} />
            </>
          )}
        </div>
      </details>
      <ProblemsOf field={`figure-${row.id}`} />
      <button type="button" class="quiet" onClick={onRemove} id={`figure-${row.id}`}>
        {submit.remove}
      </button>
    </fieldset>
  );
}

/** Whether the figure begins a new way of counting. */
function BreakField({ row, onChange }: Pick<RowProps<FigureRow>, 'row' | 'onChange'>) {
  const { submit } = usePage().texts;
  const id = `figure-${row.id}-break`;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          id={id}
          checked={row.isBreak}
          onChange={(event) => onChange({ isBreak: event.currentTarget.checked })}
        />
        {submit.isBreak}
      </label>
      <ProblemsOf field={id} />
    </>
  );
}

function BreakdownFields({ row, lists, onChange }: Pick<RowProps<FigureRow>, 'row' | 'lists' | 'onChange'>) {
  const { texts, language } = usePage();
  const choose = (dimension: string, code: string) => {
    const { [dimension]: _, ...rest } = row.breakdown;
    onChange({ breakdown: code === '' ? rest : { ...rest, [dimension]: code } });
  };
  return (
    <>
      {Object.entries(dimensions).map(([dimension, known]) => {
        const codes = Object.entries(known?.codes ?? {}).map(([code, names]) => ({
          code,
          name: names[language] ?? names.en,
        }));
        const areas = ofRespondents.includes(dimension)
          ? lists.respondents.map(({ code, name }) => ({ code: code.toLowerCase(), name }))
          : [];
        return (
          <SelectField
            key={dimension}
            field={`figure-${row.id}-breakdown-${dimension}`}
            label={known?.names[language] ?? known?.names.en ?? dimension}
            value={row.breakdown[dimension] ?? ''}
            none={texts.submit.whole}
            options={[...codes, ...areas]}
            isFixed={row.part !== 'added'}
            onText={(code) => choose(dimension, code)}
          />
        );
      })}
      <ProblemsOf field={`figure-${row.id}-breakdown`} />
    </>
  );
}

export function FindingFields({ row, n, lists, onChange, onRemove }: RowProps<FindingRow>) {
  const { texts, compare } = usePage();
  const { submit } = texts;
  const isFixed = row.part === 'retracted';
  const text = (field: 'detail' | 'paragraph' | 'footnote' | 'note', isLong = false) => (
    <TextField
      field={`finding-${row.id}-${field}`}
      label={submit[field]}
      value={row[field]}
      isLong={isLong}
      isReadOnly={isFixed}
      onText={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <fieldset class="row">
      <legend>{submit.findingRow(n, submit.parts[row.part])}</legend>
      <SelectField
        field={`finding-${row.id}-topic`}
        label={submit.topic}
        value={row.topic}
        none={submit.choose}
        options={[...lists.topics].sort((a, b) => compare(a.name, b.name))}
        isFixed={isFixed}
        onText={(topic) => onChange({ topic })}
      />
      {text('detail')}
      {text('paragraph')}
      {text('footnote')}
      {text('note', true)}
      <ProblemsOf field={`finding-${row.id}`} />
      <button type="button" class="quiet" onClick={onRemove} id={`finding-${row.id}`}>
        {submit.remove}
      </button>
    </fieldset>
  );
}
