import { act, render, screen } from '@testing-library/react';
import { Store } from './store';
import { useStoreInSlices } from './use-store-in-slices';

interface Counts {
  readonly online: number;
  readonly offline: number;
}

const onlineOf = ({ online }: Counts): number => online;
const offlineOf = ({ offline }: Counts): number => offline;

function Shown({
  store,
  select,
  onDraw,
}: {
  readonly store: Store<Counts>;
  readonly select: (counts: Counts) => number;
  readonly onDraw?: () => void;
}) {
  onDraw?.();
  return <p role="status">{useStoreInSlices(store, select)}</p>;
}

const shown = (): string | null => screen.getByRole('status').textContent;

describe('a value drawn in slices', () => {
  it('[F-2] follows its store, and is not drawn again when another part has changed', () => {
    const store = new Store<Counts>({ online: 1, offline: 0 });
    const onDraw = jest.fn();
    render(<Shown store={store} select={onlineOf} onDraw={onDraw} />);
    act(() => store.set({ online: 2, offline: 0 }));
    expect(shown()).toBe('2');

    onDraw.mockClear();
    act(() => store.set({ online: 2, offline: 7 }));
    expect(onDraw).not.toHaveBeenCalled();
  });

  it('is of the store and the part it is asked for now, from the first drawing on', () => {
    const store = new Store<Counts>({ online: 1, offline: 5 });
    const { rerender } = render(<Shown store={store} select={onlineOf} />);

    rerender(<Shown store={store} select={offlineOf} />);
    expect(shown()).toBe('5');

    rerender(<Shown store={new Store<Counts>({ online: 8, offline: 9 })} select={offlineOf} />);
    act(() => store.set({ online: 1, offline: 6 }));
    expect(shown()).toBe('9');
  });
});
