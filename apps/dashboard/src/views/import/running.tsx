/** How far the sending of a file is, or why it was refused. */
import { useEffect, useRef } from 'preact/hooks';
import { usePage, type Page } from '../../page/page-context.js';
import { MustSignIn } from '../../session/must-sign-in.js';
import { codeOf } from '../../session/session.js';
import type { ImportRefusal, Progress } from './upload.js';
import type { Run } from './use-import.js';

/** What is under way, in words: "Reading: 12,000 rows". */
function progressText({ phase, done, of }: Progress, page: Page): string {
  const words = page.texts.import;
  const name = words.phases[phase];
  if (phase === 'waiting') return name;
  if (phase === 'sending') return of ? `${name}: ${page.number(Math.round((100 * done) / of))} %` : name;
  if (done === 0) return name;
  return `${name}: ${of === undefined ? words.done(done) : words.progress(page.number(done), of)}`;
}

export function Running({ run, onStop }: { run: Run; onStop: () => void }) {
  const page = usePage();
  const { texts } = page;
  const words = texts.import;
  return (
    <div aria-live="polite">
      {run.state === 'away' && <p class="state">{words.away}</p>}
      {run.state === 'refused' && <Refused problem={run.problem} />}
      {run.state === 'busy' && (
        <p class="state running">
          <span>{progressText(run.progress, page)}</span>
          <progress
            aria-label={words.phases[run.progress.phase]}
            {...(run.progress.of ? { value: run.progress.done, max: run.progress.of } : {})}
          />
          {/* An import that has begun is finished, whether somebody looks or not. */}
          {(run.of.isTrial || run.progress.phase === 'sending') && (
            <button type="button" class="quiet" onClick={onStop}>
              {words.stop}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** Why something was refused: in the page's words where it has some, and in those of the server. */
export function Refused({ problem }: { problem: ImportRefusal }) {
  const { texts } = usePage();
  const words = texts.import;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), [problem]);
  if (problem.status === 401) return <MustSignIn>{words.needsSignIn}</MustSignIn>;
  const own = words.problemWords[codeOf(problem)] ?? texts.limits[codeOf(problem)];
  const { title, detail, problems = [] } = problem;
  const said = [title, detail, ...problems.map(({ pointer, message }) => `${pointer}: ${message}`)];
  return (
    <div class="state" role="alert" tabIndex={-1} ref={element}>
      <p>
        {words.refused}
        {own}
      </p>
      <p lang="en" dir="ltr" class="key">
        {said.filter(Boolean).join(' ')}
      </p>
    </div>
  );
}
