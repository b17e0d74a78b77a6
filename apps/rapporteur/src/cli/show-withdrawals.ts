/** Says in words what an import withdraws. */
import type { ImportReport } from '@rapporteur/ingest';
import { counted } from './counted.js';

/** How many respondents are told line by line. */
const told = 20;

/** In: what an import withdraws. Out: lines; none where it withdraws nothing. */
export function showWithdrawals({
  withdrawn,
  standing,
  respondents,
  vanished,
}: ImportReport['withdrawals']): string[] {
  if (withdrawn === 0) return [];
  const count = (n: number) => n.toLocaleString('en');
  const gone = new Set(vanished);
  const lines = respondents.slice(0, told).map(({ respondent, name, figures, years }) => {
    const left = gone.has(respondent) ? ', none is left' : '';
    const when = years.length > 2 ? `${years[0]} to ${years.at(-1)}` : years.join(', ');
    return `  ${name}: ${count(figures)} (${when})${left}`;
  });
  const more = respondents.length - lines.length;
  return [
    `Withdraws ${count(withdrawn)} of the ${counted(standing, 'figure')} that ${standing === 1 ? 'stands' : 'stand'} (--accept-withdrawals ${withdrawn} where that is asked for):`,
    ...lines,
    ...(more > 0 ? [`  and ${counted(more, 'respondent')} more`] : []),
  ];
}
