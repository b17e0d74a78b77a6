/** The items that the reader has ticked as looked at, remembered in this browser only. */
import { useState } from 'preact/hooks';

/** In: the name of the list. Out: whether an item was looked at, by its key, and how to say so. */
export function useSeen(list: string) {
  const name = `rapporteur-seen ${list}`;
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => {
    try {
      return new Set(JSON.parse(localStorage.getItem(name) ?? '[]') as string[]);
    } catch {
      return new Set();
    }
  });
  const mark = (key: string, isSeen: boolean) => {
    const next = new Set(seen);
    if (isSeen) next.add(key);
    else next.delete(key);
    setSeen(next);
    try {
      localStorage.setItem(name, JSON.stringify([...next]));
    } catch {
      // Storage may be forbidden or full. Then ticks are remembered as long as the page is open.
    }
  };
  return { seen, mark };
}
