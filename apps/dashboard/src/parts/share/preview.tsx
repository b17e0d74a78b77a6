/** The beginning of a file, or of one that is no text its columns and how many rows it has. */
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';
import type { Form } from './forms.js';
import { readBeginning, readTable } from './read-table.js';

/** How many characters of a file are shown. */
const charactersAtMost = 3000;

interface Seen {
  readonly says?: string;
  readonly isFirstPage?: boolean;
  readonly text: string;
}

export function Preview({ form }: { readonly form: Form }) {
  const page = usePage();
  const { texts } = page;
  const [seen, setSeen] = useState<Seen>();
  const { address, isTable } = form.preview;
  useEffect(() => {
    const aborting = new AbortController();
    const look = async (): Promise<Seen> => {
      if (!isTable) {
        const { text, hasMore, isFirstPage } = await readBeginning(
          address,
          charactersAtMost,
          aborting.signal,
        );
        return { isFirstPage, text: hasMore ? `${text} …` : text };
      }
      const { columns, rows, isFirstPage } = await readTable(address, aborting.signal);
      return {
        isFirstPage,
        says: texts.share.table(page.number(rows), page.number(columns.length)),
        text: columns.join('\n'),
      };
    };
    setSeen(undefined);
    look().then(
      (got) => !aborting.signal.aborted && setSeen(got),
      (error: unknown) =>
        !aborting.signal.aborted &&
        setSeen({ says: texts.charts.failed(String((error as Error).message)), text: '' }),
    );
    return () => aborting.abort();
  }, [address, isTable, page.language]);
  if (!seen)
    return (
      <p class="state" role="status">
        {texts.loading}
      </p>
    );
  return (
    <>
      {seen.isFirstPage && <p class="state">{texts.share.firstPage}</p>}
      {seen.says && <p class="says">{seen.says}</p>}
      {seen.text && (
        <pre class="preview" dir="ltr" lang="" tabIndex={0} aria-label={texts.share.preview}>
          {seen.text}
        </pre>
      )}
    </>
  );
}
