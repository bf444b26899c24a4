import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
} from 'react';
import { t } from '../../../../language/t';
import { isStray } from '../../../../roster/is-stray';
import type { LiveRoster } from '../../../../roster/live-roster';
import type { RosterState } from '../../../../roster/roster-state';
import { useStore } from '../../../../use-store';
import { useStoreInSlices } from '../../../../use-store-in-slices';
import { columnsStyle } from './columns-style';
import { GridHead } from './GridHead';
import { keyStep } from './key-step';
import { rowCount } from './row-count';
import styles from './RosterGrid.module.css';
import { RowPlaceholder } from './RowPlaceholder';
import { useHeldOrder } from './use-held-order';
import { useOutdatedSince } from '../visitor/use-outdated-since';
import type { RosterAddress } from '../use-roster-address';
import { useIsAnswered } from './use-is-answered';
import { useRowHeight } from './use-row-height';
import { useShownColumns } from './use-shown-columns';
import { VisitorRow } from './VisitorRow';

/** What keys may do to the list from anywhere on the page. */
export interface GridKeys {
  /** Goes to the list, and that many rows down, or up when negative. */
  readonly move: (rows: number) => void;
  /** The row the keys are on; null when on none. */
  readonly activeId: () => string | null;
}

export interface RosterGridProps {
  readonly roster: LiveRoster;
  readonly address: RosterAddress;
  readonly keys: Ref<GridKeys>;
}

const wholeOf = (state: RosterState): RosterState => state;

const OVERSCAN_ROWS = 8;
/** Header of the page and of the list, under which no row may hide. */
const HEADS_PX = 100;
/** Rows before the end of what is loaded at which more is read. */
const READ_AHEAD_ROWS = 20;

/**
 * The visitors, one a row, live. However many there are, only those near the screen are drawn; the focus stays on
 * the list itself, which names the row the keys are on, so that it cannot be lost with a row.
 */
export function RosterGrid({ roster, address, keys }: RosterGridProps) {
  const state = useStoreInSlices(roster.state, wholeOf);
  const { order, hasMore, matchCount, view } = state;
  const isLoadingMore = useStore(roster.isLoadingMore, (isLoading) => isLoading);
  const outdatedSinceMs = useOutdatedSince();
  const held = useHeldOrder(roster);
  const rowHeight = useRowHeight();
  const grid = useRef<HTMLDivElement>(null);
  const columns = useShownColumns(grid);
  const isAnswered = useIsAnswered(roster);
  const pressed = useRef<string | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [topPx, setTopPx] = useState(0);
  const shownCount = hasMore ? Math.max(matchCount ?? 0, order.length + 1) : order.length;
  const rows = useWindowVirtualizer({
    count: shownCount,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN_ROWS,
    scrollMargin: topPx,
    scrollPaddingStart: HEADS_PX,
    scrollPaddingEnd: rowHeight,
    getItemKey: (index) => order[index] ?? index,
  });
  useLayoutEffect(() => {
    if (grid.current) setTopPx(grid.current.getBoundingClientRect().top + window.scrollY);
  }, [shownCount]);
  useLayoutEffect(() => rows.measure(), [rows, rowHeight]);

  const drawn = rows.getVirtualItems();
  const firstDrawn = drawn[0]?.index ?? 0;
  const lastDrawn = drawn[drawn.length - 1]?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && lastDrawn > order.length - READ_AHEAD_ROWS) void roster.loadMore();
  }, [roster, hasMore, isLoadingMore, lastDrawn, order.length]);

  // Before the browser paints: rows scrolled to in one leap are then never seen without their facts.
  useLayoutEffect(() => roster.look(firstDrawn, lastDrawn), [roster, firstDrawn, lastDrawn, order]);

  const { openId } = address;
  const wasOpen = useRef(openId);
  useEffect(() => {
    const closed = wasOpen.current;
    wasOpen.current = openId;
    if (openId !== null || closed === null) return;
    setActiveId(closed);
    grid.current?.focus({ preventScroll: true });
  }, [openId]);

  const goTo = (index: number): void => {
    const wanted = Math.max(0, Math.min(order.length - 1, index));
    const id = order[wanted];
    if (id === undefined) return;
    setActiveId(id);
    rows.scrollToIndex(wanted);
  };
  const activeIndex = order.indexOf(activeId ?? openId ?? '');
  useImperativeHandle(keys, () => ({
    move: (by) => {
      grid.current?.focus({ preventScroll: true });
      held.onKeyDown();
      goTo(activeIndex + by);
    },
    activeId: () => activeId,
  }));
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const perPage = Math.max(1, Math.floor((window.innerHeight - HEADS_PX) / rowHeight) - 1);
    const step = keyStep(event.key, { index: activeIndex, count: order.length, perPage });
    if (event.key === 'Enter' && activeId !== null) address.open(activeId);
    else if (step !== null) goTo(step);
    else return;
    held.onKeyDown();
    event.preventDefault();
  };
  const pointerDown = (event: PointerEvent): void => {
    held.onPointerDown();
    pressed.current = rowOf(event);
  };
  const click = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    // The row under the pointer when it went down: rows may have moved since.
    const id = pressed.current ?? rowOf(event);
    pressed.current = null;
    if (id === null) return;
    event.preventDefault();
    setActiveId(id);
    address.open(id);
  };
  return (
    <div
      ref={grid}
      className={styles.grid}
      role="grid"
      aria-label={t('roster.list')}
      aria-rowcount={rowCount(state)}
      aria-busy={!isAnswered}
      aria-activedescendant={activeId !== null && order.includes(activeId) ? `row-${activeId}` : undefined}
      tabIndex={0}
      data-row-height={rowHeight}
      style={columnsStyle(columns)}
      onKeyDown={press}
      onPointerMove={held.onPointerMove}
      onPointerLeave={held.onPointerLeave}
      onPointerDown={pointerDown}
      onBlur={held.onBlur}
      onClick={click}
    >
      <GridHead roster={roster} columns={columns} />
      <div role="rowgroup" className={styles.rows} style={{ blockSize: rows.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const id = order[index];
          const place = { transform: `translateY(${start - topPx}px)`, blockSize: rowHeight };
          if (id === undefined) return <RowPlaceholder key={key} index={index} style={place} />;
          return (
            <VisitorRow
              key={key}
              visitorId={id}
              index={index}
              topPx={start - topPx}
              heightPx={rowHeight}
              columns={columns}
              href={address.hrefOf(id)}
              search={view.search}
              isOpen={id === openId}
              isActive={id === activeId}
              isStray={isStray(state, id)}
              outdatedSinceMs={outdatedSinceMs}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowOf({ target }: { readonly target: EventTarget }): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-visitor]') : null;
  return row?.dataset.visitor ?? null;
}
