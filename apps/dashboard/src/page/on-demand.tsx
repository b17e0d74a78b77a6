/** A view, or a part of one, whose script is loaded when it is opened. */
import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from './page-context.js';

/** In: what loads it. Out: it, or that it is being loaded. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element {
  return function OnDemand(props: P) {
    const { texts } = usePage();
    const [Loaded, setLoaded] = useState<ComponentType<P>>();
    useEffect(() => void load().then((View) => setLoaded(() => View)), []);
    return Loaded ? (
      <Loaded {...props} />
    ) : (
      <p class="state" role="status">
        {texts.loading}
      </p>
    );
  };
}
