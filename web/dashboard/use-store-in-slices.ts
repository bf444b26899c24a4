import { startTransition, useEffect, useRef, useState } from 'react';
import type { Store } from './store';

/**
 * Part of a store's value that may change many times a second. It is drawn in slices between which a click or a key
 * is answered, and together with whatever else changed in the same moment. Select must be the same function each
 * time, and must not build a new object.
 */
export function useStoreInSlices<T, Part>(
  store: Pick<Store<T>, 'get' | 'subscribe'>,
  select: (value: T) => Part,
): Part {
  const [drawn, setDrawn] = useState(() => ({ store, select, part: select(store.get()) }));
  const isCurrent = drawn.store === store && drawn.select === select;
  const part = isCurrent ? drawn.part : select(store.get());
  const shown = useRef(part);
  useEffect(() => {
    shown.current = part;
  });
  useEffect(() => {
    let known = shown.current;
    const settle = (): void => {
      const next = select(store.get());
      // Asked here, for even a drawing that changes nothing is one.
      if (Object.is(next, known)) return;
      known = next;
      startTransition(() => setDrawn({ store, select, part: next }));
    };
    settle(); // what came between the drawing and now
    return store.subscribe(settle);
  }, [store, select]);
  return part;
}
