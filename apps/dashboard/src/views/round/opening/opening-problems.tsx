/** All that is wrong with a new round, each with the line that it is about and a link to its field. */
import type { Problem } from '@rapporteur/contract';
import { usePage } from '../../../page/page-context.js';
import { problemLanguage, problemText } from '../../submit/field.js';
import { fieldOfProblem, lineOfProblem, type Typed } from './round-body.js';

interface Props {
  readonly problems: readonly Problem[];
  readonly typed: Typed;
}

export function OpeningProblems({ problems, typed }: Props) {
  const page = usePage();
  const { texts } = page;
  return (
    <div class="state">
      <p>{texts.submit.problems(problems.length)}</p>
      <ul>
        {problems.map((problem) => {
          const field = fieldOfProblem(problem);
          const about = lineOfProblem(problem, typed) ?? (field === '' ? undefined : texts.opening[field]);
          const words = (
            <>
              {about !== undefined && <bdi>{about + texts.colon}</bdi>}
              <span lang={problemLanguage(problem, page)} dir="auto">
                {problemText(problem, page)}
              </span>
            </>
          );
          return (
            <li key={problem.pointer + problem.message}>
              {field === '' ? (
                words
              ) : (
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    event.preventDefault();
                    const element = document.getElementById(field);
                    const folded = element?.closest('details');
                    if (folded) folded.open = true;
                    element?.focus();
                  }}
                >
                  {words}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
