import { useHotkeys } from '@mantine/hooks';

/** Escape calls for this, unless a tooltip is there: then that goes first, by itself. */
export function useEscape(onEscape: () => void): void {
  useHotkeys([
    [
      'Escape',
      () => {
        if (document.querySelector('[role=tooltip]') === null) onEscape();
      },
    ],
  ]);
}
