import { useEffect } from 'react';
import { useStore } from '../use-store';
import { unseenArrivals } from './unseen-arrivals';

const NAME = 'Porchlight';

/** Puts the number of unseen arrivals before the tab's title, until the page is looked at again. */
export function useTabTitle(): void {
  const count = useStore(unseenArrivals, (unseen) => unseen);
  useEffect(() => {
    document.title = count === 0 ? NAME : `(${count}) ${NAME}`;
  }, [count]);
  useEffect(() => {
    const seen = (): void => unseenArrivals.set(0);
    window.addEventListener('focus', seen);
    return () => {
      window.removeEventListener('focus', seen);
      document.title = NAME;
    };
  }, []);
}
