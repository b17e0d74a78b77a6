/** Counts as bars, each with its words and a link. */
import { usePage } from '../../page/page-context.js';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** The count in words. */
  readonly shown: string;
  /** Names of the first of those that are counted. */
  readonly names?: string;
  readonly href?: string;
}

export function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const { language, capital } = usePage();
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="bars">
      {bars.map(({ key, label, count, shown, names, href }) => (
        <li key={key}>
          <span lang={language}>{href ? <a href={href}>{capital(label)}</a> : capital(label)}</span>
          <span class="bar" aria-hidden="true" style={{ inlineSize: `${(100 * count) / most}%` }} />
          <span>
            {shown}
            {names && <small lang={language}> {names}</small>}
          </span>
        </li>
      ))}
    </ul>
  );
}
