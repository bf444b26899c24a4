import { preferences } from '../../../../preferences';
import { useStore } from '../../../../use-store';
import { useIsPhone } from './use-is-phone';

const CARD_PX = 76;
const ROW_PX = 56;
const COMPACT_ROW_PX = 44;

/** The height of every row, in pixels: all have the same, so that the list knows where each is without drawing it. */
export function useRowHeight(): number {
  const isPhone = useIsPhone();
  const isCompact = useStore(preferences, (wishes) => wishes.isCompact);
  if (isPhone) return CARD_PX;
  return isCompact ? COMPACT_ROW_PX : ROW_PX;
}
