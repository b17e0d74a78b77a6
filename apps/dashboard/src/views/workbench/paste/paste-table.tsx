/** A table from Word or Excel becomes figures: pasted, looked through with every problem at once, and then taken. */
import { missing } from 'virtual:dimension-names';
import { useState } from 'preact/hooks';
import { usePage } from '../../../page/page-context.js';
import { Quoted } from '../../../parts/evidence/quoted.js';
import type { FigureRow } from '../../submit/entry.js';
import type { CodeLists } from '../../submit/submit-rows.js';
import {
  planTable,
  readPeriod,
  skip,
  toFigures,
  type PastedFigure,
  type PasteProblem,
  type Plan,
} from './plan-table.js';
import { readTable, readTabs } from './read-grid.js';

/** A figure, and the paragraph that the table stands in. */
type Taken = PastedFigure & Pick<FigureRow, 'paragraph'>;

interface Props {
  readonly lists: CodeLists;
  /** What is coded already. */
  readonly coded: readonly FigureRow[];
  readonly onTake: (figures: readonly Taken[]) => void;
}

export function PasteTable({ lists, coded, onTake }: Props) {
  const { texts } = usePage();
  const words = texts.workbench.drafts;
  const [plan, setPlan] = useState<Plan>();
  const [isOpen, setOpen] = useState(false);
  const begin = (html: string, text: string) =>
    setPlan(planTable((html && readTable(html)) || readTabs(text), lists.indicators));
  return (
    <details class="paste" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.paste}</summary>
      <label>
        {words.pasteHere}
        <textarea
          rows={2}
          dir="auto"
          onPaste={(event) => {
            event.preventDefault();
            const from = event.clipboardData;
            begin(from?.getData('text/html') ?? '', from?.getData('text/plain') ?? '');
          }}
          onChange={(event) => begin('', event.currentTarget.value)}
        />
      </label>
      {plan && (
        <Preview
          {...{ plan, lists, coded }}
          onPlan={setPlan}
          onTake={(figures) => {
            onTake(figures);
            setPlan(undefined);
            setOpen(false);
          }}
        />
      )}
    </details>
  );
}

interface PreviewProps extends Props {
  readonly plan: Plan;
  readonly onPlan: (plan: Plan) => void;
}

function Preview({ plan, lists, coded, onPlan, onTake }: PreviewProps) {
  const page = usePage();
  const words = page.texts.workbench.drafts;
  const [paragraph, setParagraph] = useState('');
  const { figures, problems } = toFigures(plan, coded);
  return (
    <>
      {plan.notRead.length > 0 && (
        <p>
          {words.notRead + page.texts.colon}
          <Quoted>{plan.notRead.join(page.texts.comma)}</Quoted>
        </p>
      )}
      <label>
        {words.tableParagraph}
        <input
          type="text"
          inputMode="numeric"
          size={8}
          value={paragraph}
          onInput={(event) => setParagraph(event.currentTarget.value)}
        />
      </label>
      <Questions plan={plan} onPlan={onPlan} />
      <Table {...{ plan, lists, onPlan }} />
      {problems.length > 0 && (
        <div role="alert" class="problem">
          <ul>
            {problems.map((problem, i) => (
              <li key={i}>
                <Told problem={problem} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <button
        type="button"
        disabled={figures.length === 0 || problems.length > 0}
        onClick={() => onTake(figures.map((one) => ({ ...one, paragraph })))}
      >
        {words.takeFigures(page.number(figures.length))}
      </button>
    </>
  );
}

/** What only a person can know of a table. */
function Questions({ plan, onPlan }: Pick<PreviewProps, 'plan' | 'onPlan'>) {
  const { texts } = usePage();
  const words = texts.workbench.drafts;
  const isAsked =
    plan.areGrouped !== undefined ||
    toFigures(plan, []).problems.some(({ code }) => code === 'unclear-number');
  return (
    <>
      {Object.entries(plan.signs).map(([sign, meaning]) => (
        <label key={sign}>
          {words.signMeans} <Quoted>{sign}</Quoted>{' '}
          <select
            value={meaning}
            onChange={(event) =>
              onPlan({ ...plan, signs: { ...plan.signs, [sign]: event.currentTarget.value } })
            }
          >
            <option value="">{texts.submit.choose}</option>
            <option value={skip}>{words.leaveOut}</option>
            {Object.keys(missing).map((code) => (
              <option key={code} value={code}>
                {texts.qualifiers[code as keyof typeof texts.qualifiers]}
              </option>
            ))}
          </select>
        </label>
      ))}
      {isAsked && (
        <label class="check">
          <input
            type="checkbox"
            checked={plan.areGrouped === true}
            onChange={(event) => onPlan({ ...plan, areGrouped: event.currentTarget.checked })}
          />
          {words.areGrouped}
        </label>
      )}
    </>
  );
}

/** The table as it is read, with an indicator for each line and a period for each column. */
function Table({ plan, lists, onPlan }: Pick<PreviewProps, 'plan' | 'lists' | 'onPlan'>) {
  const { texts, compare } = usePage();
  const words = texts.workbench.drafts;
  const indicators = [...lists.indicators].sort((a, b) => compare(a.name, b.name));
  const put = <T,>(all: readonly T[], at: number, change: Partial<T>) =>
    all.map((one, i) => (i === at ? { ...one, ...change } : one));
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={words.paste}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.indicator}</th>
            {plan.periods.map(({ text, period }, x) => (
              <th scope="col" key={x}>
                <input
                  type="text"
                  size={8}
                  aria-label={texts.period + texts.colon + text}
                  value={period}
                  placeholder={text}
                  onChange={(event) => {
                    const said = event.currentTarget.value.trim();
                    const period = readPeriod(said) || said;
                    onPlan({ ...plan, periods: put(plan.periods, x, { period }) });
                  }}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.labels.map(({ text, indicator }, y) => (
            <tr key={y}>
              <th scope="row">
                <Quoted>{text}</Quoted>{' '}
                <select
                  aria-label={texts.indicator + texts.colon + text}
                  value={indicator}
                  onChange={(event) =>
                    onPlan({ ...plan, labels: put(plan.labels, y, { indicator: event.currentTarget.value }) })
                  }
                >
                  <option value="">{texts.submit.choose}</option>
                  <option value={skip}>{words.leaveOut}</option>
                  {indicators.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              </th>
              {plan.periods.map((_, x) => (
                <td key={x}>
                  <bdi dir="ltr" lang="">
                    {plan.cells[y]?.[x] ?? ''}
                  </bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Told({ problem }: { readonly problem: PasteProblem }) {
  const { texts } = usePage();
  const words = texts.workbench.drafts;
  if (problem.code === 'no-table') return <>{words.pasteProblems['no-table']}</>;
  return (
    <>
      <Quoted>
        {('label' in problem ? [problem.label, problem.period, problem.text] : [problem.text])
          .filter(Boolean)
          .join(texts.comma)}
      </Quoted>
      {texts.colon}
      {words.pasteProblems[problem.code]}
    </>
  );
}
