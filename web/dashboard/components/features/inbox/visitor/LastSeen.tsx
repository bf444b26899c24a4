import { lastSeen } from '../../../../time/last-seen';
import { useTicking } from '../../../../time/use-ticking';
import { Trans } from '../../../../language/Trans';
import { Instant } from './Instant';

export interface LastSeenProps {
  readonly at: Date | null;
  readonly isInRow?: boolean;
  readonly timeZone?: string | null;
}

/** "Last seen 5 minutes ago", moving with the server's clock, or "Never seen". */
export function LastSeen({ at, isInRow = false, timeZone = null }: LastSeenProps) {
  const age = useTicking((now) => lastSeen(at, now));
  if (at === null) return <>{age}</>;
  const instant = (
    <Instant at={at} canBeFocused={!isInRow} timeZone={timeZone}>
      {age}
    </Instant>
  );
  return <Trans id="presence.lastSeen" values={{ age: instant }} />;
}
