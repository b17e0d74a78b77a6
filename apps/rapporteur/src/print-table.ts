/** A trend table as text for the terminal: one respondent, years across, with unit and paragraph of each figure. */

interface Year {
  readonly year: number;
  readonly value: number | null;
  readonly paragraph?: number;
}

interface Series {
  readonly respondent: { readonly name: string };
  readonly indicator: { readonly name: string; readonly unit?: string };
  readonly collection: string;
  readonly years: readonly Year[];
}

/**
 * In: series of one respondent as /v1/trends answers them. Out: lines of text; a year without a figure is left
 * empty.
 */
export function printTable(series: readonly Series[]): string {
  const shown = series.filter(({ years }) => years.length > 0);
  if (shown.length === 0) return 'There are no yearly figures for El Salvador in this store.\n';
  const years = [...new Set(shown.flatMap((s) => s.years.map(({ year }) => year)))].sort();
  const label = ({ indicator }: Series) => `${indicator.name}${indicator.unit ? ` (${indicator.unit})` : ''}`;
  const width = Math.max(...shown.map((s) => label(s).length));
  const paragraphs = (s: Series) =>
    [...new Set(s.years.map(({ paragraph }) => paragraph))].filter((p) => p !== undefined);
  const rows = shown.map((s) => {
    const cells = years.map((year) => String(s.years.find((y) => y.year === year)?.value ?? '').padStart(6));
    return `${label(s).padEnd(width)}${cells.join('')}   paragraph ${paragraphs(s).join(', ')}`;
  });
  const head = `${''.padEnd(width)}${years.map((year) => String(year).padStart(6)).join('')}`;
  return [`${shown[0]!.respondent.name}, ${shown[0]!.collection}`, head, ...rows, ''].join('\n');
}
