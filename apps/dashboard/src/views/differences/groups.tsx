/** How many figures of each respondent, or of each indicator, were added, revised and withdrawn. */
import type { Differences, Named } from '@rapporteur/contract';
import { usePage } from '../../page/page-context.js';

type Counts = Omit<Differences['totals'], 'unchanged'>;

interface Props {
  readonly title: string;
  readonly groups: readonly (Named & Counts)[];
  /** The parameter that a name sets, so that only its own differences are listed. */
  readonly filter: 'about' | 'kind';
}

const columns = [
  ['added', 'added'],
  ['revised', 'revised'],
  ['withdrawn', 'withdrawn'],
  ['notMentioned', 'not-mentioned'],
] as const;

export function Groups({ title, groups, filter }: Props) {
  const page = usePage();
  const { texts } = page;
  const words = texts.checks.differences;
  // A column of zeros says nothing where no publication is a part.
  const shown = columns.filter(([count]) => count !== 'notMentioned' || groups.some((one) => one[count] > 0));
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div class="scroll short" role="region" tabIndex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{filter === 'about' ? texts.respondent : texts.indicator}</th>
              {shown.map(([count, kind]) => (
                <th scope="col" class="number" key={count}>
                  {page.capital(words.kinds[kind])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((one) => (
              <tr key={one.code}>
                <th scope="row" lang={page.language}>
                  <a href={page.link({ [filter]: one.code })}>{one.name}</a>
                </th>
                {shown.map(([count]) => (
                  <td class="number" key={count}>
                    {page.number(one[count])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
