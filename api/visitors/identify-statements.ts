import { RowMapper } from '../postgres/row-mapper';
import { storableText } from '../scalars/storable-text';
import type { TraitValues } from '../scalars/trait-values';
import type { Sighting } from './sighting';
import { Visitor } from './visitor.entity';

// The time of this transaction tells whether the profile was changed here.
const RESULT = `${new RowMapper(Visitor).list('v')}, v.profile_changed_at = now()::timestamptz(3) AS is_profile_changed`;
/** Types of what every statement takes first, in their order; see {@link sightingValues}. */
const TYPES = [
  'text', // site
  'text', // display name
  'text', // e-mail
  'text', // avatar
  'jsonb', // traits
  'text', // browser
  'text', // operating system
  'text', // kind of device
  'boolean', // bot
  'text', // locale
  'text', // time zone
  'text', // names of what was told, divided by commas
  'timestamptz', // seen at
  'boolean', // starts a visit
  'float8', // grace, ms
] as const;
const TOLD = 12;

interface Column {
  readonly field: string;
  readonly column: string;
  readonly number: number;
  /** Whether it describes the person rather than the browser. */
  readonly isProfile?: boolean;
}

/** The value of a sighting with that number: a parameter of a statement about one, a column of one about many. */
type Value = (number: number) => string;
const ofOne: Value = (number) => `$${number}::${TYPES[number - 1]}`;
const ofMany: Value = (number) => `g.c${number}::${TYPES[number - 1]}`;

// A browser may still be taken for somebody verified when somebody else sits at it: only a signature changes their profile.
const mayDescribe = (value: Value): string => (value === ofMany ? 'NOT v.is_verified' : 'true');

const seenAt = (value: Value): string => `coalesce(${value(13)}, date_trunc('milliseconds', now()))`;

const isTold = ({ field, isProfile }: Column, value: Value): string =>
  `'${field}' = ANY(string_to_array(${value(TOLD)}, ','))${isProfile ? ` AND ${mayDescribe(value)}` : ''}`;

const PROFILE: readonly Column[] = [
  { field: 'displayName', column: 'display_name', number: 2, isProfile: true },
  { field: 'email', column: 'email', number: 3, isProfile: true },
  { field: 'avatarUrl', column: 'avatar_url', number: 4, isProfile: true },
  { field: 'traits', column: 'traits', number: 5, isProfile: true },
];
const REST: readonly Column[] = [
  { field: 'device', column: 'browser', number: 6 },
  { field: 'device', column: 'os', number: 7 },
  { field: 'device', column: 'device_kind', number: 8 },
  { field: 'device', column: 'is_bot', number: 9 },
  { field: 'locale', column: 'locale', number: 10 },
  { field: 'timeZone', column: 'time_zone', number: 11 },
];

const profileDiffers = (value: Value): string =>
  PROFILE.map(
    (column) => `(${isTold(column, value)} AND v.${column.column} IS DISTINCT FROM ${value(column.number)})`,
  ).join(' OR ');

// Computed from the row being written, not from an earlier read: two calls at once both count.
function changes(value: Value, isProfileNew = profileDiffers(value)): string {
  // A column takes its value when the sighting says something about it.
  const told = [...PROFILE, ...REST].map(
    (column) =>
      `${column.column} = CASE WHEN ${isTold(column, value)} THEN ${value(column.number)} ELSE v.${column.column} END`,
  );
  const wasAway = `v.last_seen_at IS NULL OR v.last_seen_at <= ${seenAt(value)} - ${value(15)} * interval '1 ms'`;
  return [
    ...told,
    `profile_changed_at = CASE WHEN ${isProfileNew} THEN now() ELSE v.profile_changed_at END`,
    `visit_count = v.visit_count + CASE WHEN ${value(14)} AND (${wasAway}) THEN 1 ELSE 0 END`,
    `last_seen_at = greatest(v.last_seen_at, ${seenAt(value)})`,
  ].join(', ');
}

const NEW_COLUMNS = `site_id, display_name, email, avatar_url, traits, browser, os, device_kind, is_bot, locale,
           time_zone, visit_count, first_seen_at, last_seen_at`;
const newValues = (value: Value): string =>
  [...Array.from({ length: 11 }, (_, i) => value(i + 1)), '1', seenAt(value), seenAt(value)].join(', ');

/** What all statements take first: the site, then what was seen. */
export function sightingValues(seen: Sighting): unknown[] {
  const text = (value: string | null | undefined): string | null =>
    value == null ? null : storableText(value);
  const { device } = seen;
  return [
    seen.siteId,
    text(seen.displayName),
    text(seen.email),
    text(seen.avatarUrl),
    traitsJson(seen.traits),
    text(device?.browser),
    text(device?.os),
    device?.kind ?? null,
    device?.isBot ?? false,
    text(seen.locale),
    text(seen.timeZone),
    told(seen),
    seen.seenAt,
    seen.startsVisit,
    seen.graceMs,
  ];
}

function traitsJson(traits: TraitValues | null | undefined): string | null {
  return traits == null ? null : JSON.stringify(traits);
}

function told(seen: Sighting): string {
  const fields = ['displayName', 'email', 'avatarUrl', 'traits', 'locale', 'timeZone'] as const;
  return [...fields.filter((field) => seen[field] !== undefined), ...(seen.device ? ['device'] : [])].join();
}

const columns = [...TYPES.map((_, i) => `c${i + 1}`), 'known_id', 'new_id'].join(', ');
const arrays = [...TYPES.map((type) => (type === 'jsonb' ? 'text' : type)), 'text', 'text']
  .map((type, i) => `$${i + 1}::${type}[]`)
  .join(', ');

/**
 * Many sightings without an external id, each of another visitor: $1 to $15 as arrays, $16 ids of visitors of the site who
 * are seen again, or null, $17 ids for new rows. Answers with the place of each; not with those whose $16 is gone. Rows are
 * locked in the order of their ids, so that overlapping batches of several nodes wait for each other in turn.
 */
export const SEE_MANY = {
  name: 'see_visitors',
  text: `WITH given AS (SELECT * FROM unnest(${arrays}) WITH ORDINALITY AS g(${columns}, place)),
         locked AS (
           SELECT v.id FROM visitors v JOIN given g ON v.site_id = g.c1 AND v.id = g.known_id
           ORDER BY v.id FOR NO KEY UPDATE OF v),
         again AS (
           UPDATE visitors v SET ${changes(ofMany)} FROM given g JOIN locked l ON l.id = g.known_id
           WHERE v.site_id = g.c1 AND v.id = g.known_id RETURNING g.place, ${RESULT}),
         fresh AS (
           INSERT INTO visitors AS v (${NEW_COLUMNS}, id)
           SELECT ${newValues(ofMany)}, g.new_id FROM given g WHERE g.known_id IS NULL
           RETURNING (SELECT g.place FROM given g WHERE g.new_id = v.id) AS place, ${RESULT})
         SELECT * FROM again UNION ALL SELECT * FROM fresh`,
};

const MAY_COME = `NOT EXISTS (SELECT 1 FROM forgotten_visitors f WHERE f.site_id = $1::text AND f.visitor_id = $16::text)
           AND NOT EXISTS (SELECT 1 FROM suppressed_people s WHERE s.site_id = $1::text AND s.person_hash = $19::text)`;

/**
 * $16 the id known so far or null, $17 the external id, $18 whether it is verified, $19 what stands for the person among those
 * who may not come back, $20 an id for a new row. Sees whoever has the external id, verified or not as asked, or somebody new;
 * but returns nothing when the visitor $16 should become that person, and when the one or the other was forgotten.
 */
export const SEE_OR_ADD = {
  name: 'see_or_add_visitor',
  text: `INSERT INTO visitors AS v (${NEW_COLUMNS}, id, external_id, is_verified)
         SELECT ${newValues(ofOne)}, $20::text, $17::text, $18::boolean
         WHERE ${MAY_COME} AND (EXISTS (
             SELECT 1 FROM visitors k WHERE k.site_id = $1 AND k.external_id = $17 AND k.is_verified = $18)
           OR NOT EXISTS (SELECT 1 FROM visitors a WHERE a.site_id = $1 AND a.id = $16::text AND a.external_id IS NULL))
         ON CONFLICT (site_id, external_id, is_verified) DO UPDATE SET ${changes(ofOne)}
         RETURNING ${RESULT}, v.xmax = 0 AS is_new`,
};

/** $16 the id of an anonymous visitor of the site, who becomes the person with the external id $17, verified if $18; $19 as above. */
export const BECOME_KNOWN = {
  name: 'anonymous_visitor_becomes_known',
  text: `UPDATE visitors v SET external_id = $17::text, is_verified = $18::boolean, ${changes(ofOne, 'true')}
         WHERE v.site_id = $1::text AND v.id = $16::text AND v.external_id IS NULL AND ${MAY_COME} RETURNING ${RESULT}, true AS is_new`,
};
