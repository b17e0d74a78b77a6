/** A list of names with their values; unknown values are left out. */
import './facts.css';

/** With `quoted` the value is written by somebody else, in a language that the page does not know. */
export type Fact = readonly [name: string, value: string | number | undefined, from?: 'quoted'];

export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value, from]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto" lang={from === 'quoted' ? '' : undefined}>
              {value}
            </dd>
          </div>
        ))}
    </dl>
  );
}
