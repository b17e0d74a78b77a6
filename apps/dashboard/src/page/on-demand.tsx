/** A view, or a part of one, whose script is loaded when it is opened. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from './page-context.js';

const retryMs = 3000;

/**
 * Loads the page again once the server answers: browsers keep it that a script could not be loaded, and the styles of it are
 * asked for once. The address has all that is shown.
 */
async function reloadWhenBack(isLeft: () => boolean): Promise<void> {
  for (;;) {
    await new Promise((done) => setTimeout(done, retryMs));
    if (isLeft()) return;
    const isBack = await fetch(location.href, { method: 'HEAD' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isBack && !isLeft()) return location.reload();
  }
}

/** In: what loads it. Out: it, or that it is being loaded, or that the server is away; then it comes when that is back. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element {
  return function OnDemand(props: P) {
    const { texts } = usePage();
    const [Loaded, setLoaded] = useState<ComponentType<P>>();
    const [isAway, setAway] = useState(false);
    useEffect(() => {
      let isLeft = false;
      load().then(
        (View) => setLoaded(() => View),
        () => {
          setAway(true);
          void reloadWhenBack(() => isLeft);
        },
      );
      return () => {
        isLeft = true;
      };
    }, []);
    if (Loaded) return <Loaded {...props} />;
    return (
      <p class="state" role={isAway ? 'alert' : 'status'}>
        {isAway ? texts.away : texts.loading}
      </p>
    );
  };
}
