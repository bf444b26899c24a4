import type { DataSource } from 'typeorm';
import { newId } from '../typed-id';
import { Visitor } from '../visitors/visitor.entity';
import type { PresenceWorld } from './presence-world';

/** What became of somebody. */
export type Fate = 'ONLINE' | 'LAPSED' | 'LEFT' | 'GONE' | 'FORGOTTEN' | 'NEVER';

export interface Person {
  readonly fate: Fate;
  readonly isBot: boolean;
  /** Whether PostgreSQL has not been told the latest. */
  readonly isLate: boolean;
  /** How long ago, in steps of a second; equal ones are ties as far as the clock allows. */
  readonly step: number;
}

export interface PlacedPerson extends Person {
  readonly visitorId: string;
  /** What the list orders them by within their part: online since, deadline, or last seen; Unix ms. */
  readonly atMs: number;
}

const STEPS = 6;
/** Longer than a visible tab lives, so that those who came before have lapsed; nobody sweeps meanwhile. */
const SILENCE_SECONDS = 46;
const VISIBLE_MS = 45_000;
const LONG_AGO_MS = 3_600_000;
const tabOf = (visitorId: string) => visitorId.slice(-12);

/** Makes people of a site come and go through the real service, and stores what PostgreSQL would know of them. */
export async function placePeople(
  world: PresenceWorld,
  dataSource: DataSource,
  siteId: string,
  people: readonly Person[],
): Promise<PlacedPerson[]> {
  const placed: PlacedPerson[] = [];
  const rows: Partial<Visitor>[] = [];
  // Somebody PostgreSQL has never heard of, whose arrival is the first thing this Redis remembers.
  const { nowMs: startMs } = await world.identify({ siteId, visitorId: newId('visitor') }, 'tab-stranger');
  const place = (person: Person, visitorId: string, atMs: number, seenMs: number | null) => {
    placed.push({ ...person, visitorId, atMs });
    rows.push({
      id: visitorId,
      siteId,
      isBot: person.isBot,
      visitCount: 1,
      firstSeenAt: new Date(startMs - 2 * LONG_AGO_MS),
      lastSeenAt: seenMs === null ? null : new Date(seenMs),
    });
  };
  const come = async (person: Person) => {
    const visitorId = newId('visitor');
    const { nowMs } = await world.identify({ siteId, visitorId }, tabOf(visitorId));
    return { visitorId, nowMs, storedMs: (atMs: number) => (person.isLate ? atMs - LONG_AGO_MS : atMs) };
  };
  const ofFate = (fate: Fate) => people.filter((person) => person.fate === fate);

  for (const person of ofFate('LAPSED')) {
    const { visitorId, nowMs, storedMs } = await come(person);
    place(person, visitorId, nowMs + VISIBLE_MS, storedMs(nowMs));
  }
  world.skip(SILENCE_SECONDS);
  for (let step = STEPS; step > 0; step--, world.skip(1)) {
    for (const person of people.filter((one) => one.step === step)) {
      if (person.fate === 'ONLINE') {
        const { visitorId, nowMs, storedMs } = await come(person);
        place(person, visitorId, nowMs, storedMs(nowMs));
      } else if (person.fate === 'LEFT') {
        const { visitorId, storedMs } = await come(person);
        const { nowMs } = await world.leave({ siteId, visitorId }, tabOf(visitorId));
        place(person, visitorId, nowMs, storedMs(nowMs));
      }
    }
  }
  for (const person of ofFate('GONE')) {
    const atMs = startMs - LONG_AGO_MS - 1_000 * person.step;
    place(person, newId('visitor'), atMs, atMs);
  }
  for (const person of ofFate('FORGOTTEN')) {
    const atMs = startMs - 10_000 * person.step;
    place(person, newId('visitor'), atMs, atMs);
  }
  for (const person of ofFate('NEVER')) place(person, newId('visitor'), -Infinity, null);
  await dataSource.getRepository(Visitor).insert(rows);
  return placed;
}
