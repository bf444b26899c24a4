import { perLanguage } from '../../../../language/per-language';
import { lastSeen } from '../../../../time/last-seen';
import { useTicking } from '../../../../time/use-ticking';
import { Instant } from '../../inbox/visitor/Instant';

const dayFormat = perLanguage((intl) => new Intl.DateTimeFormat(intl, { dateStyle: 'medium' }));

export interface WhenProps {
  /** RFC 3339. */
  readonly at: string;
  /** Word it as a day, also when it is ahead or near. */
  readonly isDate?: boolean;
}

/** An instant as an age, or as a day; pointing at it or focusing it tells the exact time. */
export function When({ at, isDate = false }: WhenProps) {
  const instant = new Date(at);
  const words = useTicking((now) => (isDate ? dayFormat().format(instant) : lastSeen(instant, now)));
  return <Instant at={instant}>{words}</Instant>;
}
