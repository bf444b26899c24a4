import type { RosterView } from './roster-view';

/** Whether search or filters leave visitors out, so that only the server can say who belongs on the list. */
export function isNarrowed({ search, narrowing }: RosterView): boolean {
  const { known, isVerifiedOnly, page, seenWithinMinutes, trait, withBots } = narrowing;
  return (
    search !== '' ||
    known !== null ||
    isVerifiedOnly ||
    page !== '' ||
    seenWithinMinutes !== null ||
    trait !== null ||
    withBots
  );
}
