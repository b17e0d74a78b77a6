/** Shows the state of a request in the same way everywhere: loading, refused, server away, or the answer. */
import { Fragment, type ComponentChildren } from 'preact';
import type { List, Refusal, Respondent } from '@rapporteur/contract';
import { useAnswer, type RequestState } from '../page/ask.js';
import { usePage } from '../page/page-context.js';
import { RefusalText } from '../session/refusal-text.js';
import { MustSignIn } from '../session/must-sign-in.js';

/** What is said of the respondent of the address, where that is all that is wrong; undefined where it is not. */
function findUnknown({ problems = [] }: Refusal): { readonly suggestions?: readonly string[] } | undefined {
  // Of several unknown names it is not told which one a suggestion is for.
  return problems.length === 1 && problems[0]!.pointer === '/respondent' ? problems[0] : undefined;
}

/** Says that nobody is called so, with links to the same view of those who may be meant. */
function Unknown({
  name,
  suggestions = [],
}: {
  readonly name: string;
  readonly suggestions?: readonly string[];
}) {
  const page = usePage();
  const all = useAnswer<List<Respondent>>(page.askNow('/v1/respondents', { limit: '1000' })).answer?.items;
  const codes = suggestions.map((one) => one.split(' ')[0]!);
  return (
    <>
      <p>
        <bdi>{page.texts.unknownRespondent(name)}</bdi>
      </p>
      {codes.length > 0 && (
        <p>
          {page.texts.mayMean}
          {codes.map((code) => (
            <Fragment key={code}>
              {' '}
              <a href={page.link({ respondent: code })}>
                {all?.find((one) => one.code === code)?.name ?? code}
              </a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

interface Props<T> {
  readonly asked: RequestState<T>;
  readonly children: (answer: T) => ComponentChildren;
}

export function StateOf<T>({ asked, children }: Props<T>) {
  const { texts, language, params } = usePage();
  const unknown =
    asked.state === 'refused' && !params.respondent?.includes(',') ? findUnknown(asked.problem) : undefined;
  if (asked.state === 'refused' && asked.problem.status === 401)
    return <MustSignIn>{texts.session.mustSignIn}</MustSignIn>;
  if (asked.state === 'refused')
    return (
      <div class="state" role="alert">
        {unknown ? (
          <Unknown name={params.respondent ?? ''} {...unknown} />
        ) : (
          <p>
            {texts.refused}
            <RefusalText problem={asked.problem} />
          </p>
        )}
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
