import { lastSeen } from '../../../time/last-seen';
import { useTicking } from '../../../time/use-ticking';
import { Instant } from './Instant';
import { Trans } from '../../../language/Trans';

/** "Last seen 5 minutes ago", moving with the server's clock, or "Never seen". */
export function LastSeen({ at }: { readonly at: Date | null }) {
  const age = useTicking((now) => lastSeen(at, now));
  if (at === null) return <>{age}</>;
  return <Trans id="presence.lastSeen" values={{ age: <Instant at={at}>{age}</Instant> }} />;
}
