import type { VisitorCardFragment } from '../../generated/graphql';
import { asOfMs } from './as-of-ms';

/** Whichever facts are newer; those that came last when both are of one instant. */
export function newerCard(
  known: VisitorCardFragment | null | undefined,
  come: VisitorCardFragment,
): VisitorCardFragment {
  return known && asOfMs(known) > asOfMs(come) ? known : come;
}
