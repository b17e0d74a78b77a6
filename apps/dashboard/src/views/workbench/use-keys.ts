/** The keys of the workbench, by their place on the keyboard, so that they are the same for every script. */
import { useEffect, useRef } from 'preact/hooks';

/** What a key does; by its code (`KeyN`, `Enter`), with `Control+` before it where that is held. */
export type Keys = Readonly<Record<string, () => void>>;

const fields = 'input, select, textarea';
/** These have an own meaning for Enter. */
const pressed = 'a, button, summary';

/** Nothing is taken while somebody types in a field, but Escape and what is pressed with Ctrl. */
export function useKeys(keys: Keys): void {
  const now = useRef(keys);
  now.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing || event.defaultPrevented) return;
      const isHeld = event.ctrlKey || event.metaKey;
      const code = event.code === 'NumpadEnter' ? 'Enter' : event.code;
      const act = now.current[`${isHeld ? 'Control+' : ''}${code}`];
      const at = event.target instanceof Element ? event.target : null;
      if (!act || at?.closest('dialog')) return;
      if (!isHeld && code !== 'Escape' && at?.closest(fields)) return;
      if (!isHeld && code === 'Enter' && at?.closest(pressed)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
