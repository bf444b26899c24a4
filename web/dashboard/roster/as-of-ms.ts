import type { VisitorCardFragment } from '../../generated/graphql';

/** When the server looked at this visitor's presence, Unix ms of its clock: of two cards the later one is right. */
export function asOfMs(visitor: VisitorCardFragment): number {
  return Date.parse(visitor.presence.asOf);
}
