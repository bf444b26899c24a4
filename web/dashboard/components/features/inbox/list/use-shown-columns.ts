import { useLayoutEffect, type RefObject } from 'react';
import type { Column } from '../../../../column';
import { preferences } from '../../../../preferences';
import { useStore } from '../../../../use-store';
import { fittingColumns } from './fitting-columns';
import { shownColumns } from './shown-columns';
import { useIsPhone } from './use-is-phone';

const OF_A_CARD: readonly Column[] = ['page', 'spent'];

/** The columns to draw: those the agent wants, as far as the list is wide enough. */
export function useShownColumns(list: RefObject<HTMLElement | null>): readonly Column[] {
  const wanted = useStore(preferences, ({ columns }) => columns);
  const isPhone = useIsPhone();
  useLayoutEffect(() => {
    const measure = (): void => {
      const columns = isPhone
        ? OF_A_CARD.filter((column) => wanted.includes(column))
        : fittingColumns(wanted, list.current?.clientWidth ?? 0);
      if (columns.join() !== shownColumns.get().join()) shownColumns.set(columns);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, [list, wanted, isPhone]);
  return useStore(shownColumns, (columns) => columns);
}
