import type { Membership } from './membership';

/** Looks at the rights of members again, once a credential, where the last look is too old to go by. Never rejects. */
export async function renewRights(members: readonly Membership[]): Promise<void> {
  const watches = new Set(members.map(({ subscriber }) => subscriber.seat.watch));
  const renewals = [...watches].filter(({ isFresh }) => !isFresh).map((watch) => watch.renew());
  if (renewals.length > 0) await Promise.all(renewals);
}
