/** A value with its interval, or a range, drawn on a scale from zero that all rows share. The numbers stand beside it. */
import type { Computed, Ratio } from '@rapporteur/contract';

interface Props {
  readonly value: Computed;
  readonly interval: Ratio['interval'];
  /** The upper end of the scale. */
  readonly end: number;
}

export function Extent({ value, interval, end }: Props) {
  const place = (at: number) => `${(100 * Math.min(at, end)) / end}%`;
  const range = typeof value === 'object' ? value : null;
  const line = (low: number | null, high: number | null, name: string) => {
    // What begins beyond the scale is only pointed to.
    if ((low ?? 0) >= end && end > 0) return <span class="beyond" />;
    const isOpen = high === null || high > end;
    const width = `calc(${place(high ?? end)} - ${place(low ?? 0)})`;
    return <span class={isOpen ? `${name} open` : name} style={{ left: place(low ?? 0), width }} />;
  };
  return (
    <span class="extent" aria-hidden="true">
      {interval && line(interval.low, interval.high, 'chance')}
      {range && line(range.low, range.high, 'range')}
      {typeof value === 'number' && value <= end && <span class="dot" style={{ left: place(value) }} />}
      {typeof value === 'number' && value > end && <span class="beyond" />}
    </span>
  );
}
