/** Adds long lists to the page in parts, so that the page stays responsive. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Between two parts the browser lays out, paints and takes input. */
const pauseMs = 16;

/**
 * In: a list, and the number of items in a part. Out: how many items to show, growing by parts. A new list
 * begins with one part, unless `keeps` says that it is the same list with changes.
 */
export function useGrowing(list: readonly unknown[], part: number, keeps?: string): number {
  const [grown, setGrown] = useState(part);
  const before = useRef({ list, keeps });
  let count = grown;
  if (before.current.list !== list) {
    const isSame = keeps !== undefined && before.current.keeps === keeps;
    before.current = { list, keeps };
    if (!isSame) count = part;
  }
  useEffect(() => {
    if (count !== grown) setGrown(count);
    if (count >= list.length) return undefined;
    const timer = setTimeout(() => setGrown(count + part), pauseMs);
    return () => clearTimeout(timer);
  }, [count, grown, list, part]);
  return Math.min(count, list.length);
}
