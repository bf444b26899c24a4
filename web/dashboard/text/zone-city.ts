import { plainText } from './plain-text';

/** The city in the name of a time zone: "Europe/Lisbon" is "Lisbon", "America/New_York" is "New York". */
export function zoneCity(timeZone: string): string {
  return plainText(timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' '));
}
