/** Why the server refuses something: in the page's words where it has some, else in the server's own, which are English. */
import type { Refusal } from '@rapporteur/contract';
import { usePage } from '../page/page-context.js';
import { codeOf } from './session.js';

interface Props {
  readonly problem: Pick<Refusal, 'type' | 'title' | 'detail' | 'problems'>;
  /** The words of a view for codes of its own. */
  readonly words?: Readonly<Record<string, string>>;
}

export function RefusalText({ problem, words = {} }: Props) {
  const { texts, params } = usePage();
  const { title, detail, problems = [] } = problem;
  const code = codeOf(problem);
  const inAddress: Readonly<Record<string, string | undefined>> = params;
  const bad = problems.map(({ pointer }) => inAddress[pointer.slice(1)] ?? pointer.slice(1));
  const own =
    words[code] ?? (code === 'bad-parameters' ? texts.badParameters(bad.join(', ')) : texts.limits[code]);
  if (own !== undefined) return <span>{own}</span>;
  return (
    <bdi lang="en">
      {[title, detail, ...problems.map(({ message }) => message)].filter(Boolean).join('. ')}
    </bdi>
  );
}
