import { localTime } from '../../../../time/local-time';
import { useTicking } from '../../../../time/use-ticking';
import { zoneCity } from '../../../../text/zone-city';

export interface LocalTimeProps {
  readonly timeZone: string;
  /** Between time and city. */
  readonly separator: string;
}

/** The visitor's time of day and the city of their zone; nothing but the city for a zone nobody knows. */
export function LocalTime({ timeZone, separator }: LocalTimeProps) {
  const time = useTicking((now) => localTime(now, timeZone) ?? '');
  return (
    <bdi>
      {time === '' ? null : `${time}${separator}`}
      {zoneCity(timeZone)}
    </bdi>
  );
}
