/** Gives the parts of the page the names of collections, once the API has said them. */
import { useMemo } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Named } from '@rapporteur/contract';
import { useAnswer, type Items } from './ask.js';
import { PageProvider, usePage } from './page-context.js';

export function CollectionNames({ children }: { readonly children: ComponentChildren }) {
  const page = usePage();
  const { answer } = useAnswer<Items<Named>>(page.askNow('/v1/collections', { limit: '1000' }));
  // As a text, since every event brings a new answer, and the views need not be drawn again for the same names.
  const said = JSON.stringify(answer?.items ?? []);
  const named = useMemo(() => {
    const names = new Map((JSON.parse(said) as Named[]).map(({ code, name }) => [code, name]));
    return { ...page, collection: (code: string) => names.get(code) ?? code };
  }, [page, said]);
  return <PageProvider value={named}>{children}</PageProvider>;
}
