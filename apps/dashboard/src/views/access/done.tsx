/** Says that something was done, and puts the focus there: the button that began it may be gone. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../../page/page-context.js';

/** In: what closes the dialog. Out: how often something was done, and what a dialog calls. */
export function useDone(close: () => void) {
  const [count, setCount] = useState(0);
  const onDone = () => {
    close();
    setCount((n) => n + 1);
  };
  return { count, asking: { onClose: close, onDone } };
}

export function Done({ done: { count } }: { done: ReturnType<typeof useDone> }) {
  const { access } = usePage().texts;
  const element = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    if (count > 0) element.current?.focus();
  }, [count]);
  return (
    <p ref={element} role="status" tabIndex={-1} class="done">
      {count > 0 ? access.done : ''}
    </p>
  );
}
