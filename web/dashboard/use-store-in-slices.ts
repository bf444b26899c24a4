import { startTransition, useEffect, useState } from 'react';
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
  useEffect(() => {
    let known = select(store.get());
    // What came between the drawing and now.
    startTransition(() =>
      setDrawn((before) =>
        before.store === store && before.select === select && Object.is(before.part, known)
          ? before
          : { store, select, part: known },
      ),
    );
    return store.subscribe(() => {
      const part = select(store.get());
      // Asked here, for even a drawing that changes nothing is one.
      if (Object.is(part, known)) return;
      known = part;
      startTransition(() => setDrawn({ store, select, part }));
    });
  }, [store, select]);
  return drawn.store === store && drawn.select === select ? drawn.part : select(store.get());
}
