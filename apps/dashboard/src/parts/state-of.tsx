/** Shows the state of a request in the same way everywhere: loading, refused, server away, or the answer. */
import { Fragment, type ComponentChildren } from 'preact';
import type { Refusal } from '@rapporteur/contract';
import type { RequestState } from '../page/ask.js';
import { usePage } from '../page/page-context.js';
import { RefusalText } from '../session/refusal-text.js';
import { MustSignIn } from '../session/must-sign-in.js';

/** The same view of those whom an unknown respondent in the address may mean. */
function Meant({ problem }: { problem: Refusal }) {
  const page = usePage();
  const unknown = problem.problems?.filter(({ pointer }) => pointer === '/respondent') ?? [];
  const meant = unknown.flatMap(({ suggestions = [] }) => suggestions);
  // Of several unknown names it is not told which one a suggestion is for.
  const isOne = unknown.length === 1 && page.params.respondent?.includes(',') === false;
  if (meant.length === 0 || !isOne) return null;
  return (
    <p>
      {page.texts.mayMean}
      {meant.map((one) => (
        <Fragment key={one}>
          {' '}
          <a href={page.link({ respondent: one.split(' ')[0] })} lang="en">
            {one}
          </a>
        </Fragment>
      ))}
    </p>
  );
}

interface Props<T> {
  readonly asked: RequestState<T>;
  readonly children: (answer: T) => ComponentChildren;
}

export function StateOf<T>({ asked, children }: Props<T>) {
  const { texts, language } = usePage();
  if (asked.state === 'refused' && asked.problem.status === 401)
    return <MustSignIn>{texts.session.mustSignIn}</MustSignIn>;
  if (asked.state === 'refused')
    return (
      <div class="state" role="alert">
        <p>
          {texts.refused}
          <RefusalText problem={asked.problem} />
        </p>
        <Meant problem={asked.problem} />
        <p>
          <a href={`/?lang=${language}`}>{texts.startAnew}</a>
        </p>
      </div>
    );
  return (
    <>
      {asked.state === 'away' && (
        <p class="state" role="alert">
          {texts.away}
        </p>
      )}
      {asked.state === 'loading' && asked.answer === undefined && (
        <p class="state" role="status">
          {texts.loading}
        </p>
      )}
      {asked.answer !== undefined && (
        <div aria-busy={asked.state === 'loading'}>{children(asked.answer)}</div>
      )}
    </>
  );
}
