/** Long lists come onto the page in parts, so that no part keeps it from answering. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** Between two parts the browser lays out, paints and takes input. */
const pauseMs = 16;

/**
 * In: a list, and how many of it a part has. Out: how many to show, growing bit by bit. A list that takes the
 * place of another begins with as many as one part, unless `keeps` says that it is the same list, brought up to date.
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
