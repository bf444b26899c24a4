import { DASHBOARD_LOCALE } from '../../../time/dashboard-locale';
import { lastSeen } from '../../../time/last-seen';
import { useTicking } from '../../../time/use-ticking';
import { Instant } from './Instant';

/** "Last seen 5 minutes ago", moving with the server's clock, or "Never seen". */
export function LastSeen({ at }: { readonly at: Date | null }) {
  const age = useTicking((now) => lastSeen(at, now, DASHBOARD_LOCALE.dates));
  if (at === null) return <>{age}</>;
  return (
    <>
      Last seen <Instant at={at}>{age}</Instant>
    </>
  );
}
