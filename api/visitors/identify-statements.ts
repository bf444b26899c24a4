import { RowMapper } from '../postgres/row-mapper';
import { storableText } from '../scalars/storable-text';
import type { TraitValues } from '../scalars/trait-values';
import type { Sighting } from './sighting';
import { Visitor } from './visitor.entity';

// The time of this transaction is nobody else's, so it tells whether the profile was changed here.
const RESULT = `${new RowMapper(Visitor).list('v')}, v.profile_changed_at = now() AS is_profile_changed`;
const SEEN_AT = `coalesce($13::timestamptz, date_trunc('milliseconds', now()))`;
const WAS_AWAY = `v.last_seen_at IS NULL OR v.last_seen_at <= ${SEEN_AT} - $15::float8 * interval '1 ms'`;

/** A column takes its parameter when the sighting says something about it. */
function when(told: string, column: string, parameter: string): string {
  return `${column} = CASE WHEN '${told}' = ANY($12::text[]) THEN ${parameter} ELSE v.${column} END`;
}

function differs(told: string, column: string, parameter: string): string {
  return `('${told}' = ANY($12::text[]) AND v.${column} IS DISTINCT FROM ${parameter})`;
}

const PROFILE_DIFFERS = [
  differs('displayName', 'display_name', '$2::text'),
  differs('email', 'email', '$3::text'),
  differs('avatarUrl', 'avatar_url', '$4::text'),
  differs('traits', 'traits', '$5::jsonb'),
].join(' OR ');

// Computed from the row being written, not from an earlier read: two calls at once both count.
const changes = (profileChanges: string): string =>
  [
    `profile_changed_at = CASE WHEN ${profileChanges} THEN now() ELSE v.profile_changed_at END`,
    when('displayName', 'display_name', '$2::text'),
    when('email', 'email', '$3::text'),
    when('avatarUrl', 'avatar_url', '$4::text'),
    when('traits', 'traits', '$5::jsonb'),
    when('device', 'browser', '$6::text'),
    when('device', 'os', '$7::text'),
    when('device', 'device_kind', '$8::text'),
    when('device', 'is_bot', '$9::boolean'),
    when('locale', 'locale', '$10::text'),
    when('timeZone', 'time_zone', '$11::text'),
    `visit_count = v.visit_count + CASE WHEN $14::boolean AND (${WAS_AWAY}) THEN 1 ELSE 0 END`,
    `last_seen_at = greatest(v.last_seen_at, ${SEEN_AT})`,
  ].join(', ');

/** What all three statements take first: the site, then what was seen. */
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

function told(seen: Sighting): string[] {
  const fields = ['displayName', 'email', 'avatarUrl', 'traits', 'locale', 'timeZone'] as const;
  return [...fields.filter((field) => seen[field] !== undefined), ...(seen.device ? ['device'] : [])];
}

/** $16 the id of a visitor of the site, who is seen again. */
export const SEE_AGAIN = {
  name: 'see_visitor_again',
  text: `UPDATE visitors v SET ${changes(PROFILE_DIFFERS)} WHERE v.site_id = $1::text AND v.id = $16::text RETURNING ${RESULT}`,
};

/**
 * $16 the id known so far or null, $17 the external id or null, $18 an id for a new row. Sees whoever has the external
 * id, or somebody new; but returns nothing when the visitor $16 should become that person.
 */
export const SEE_OR_ADD = {
  name: 'see_or_add_visitor',
  text: `INSERT INTO visitors AS v (site_id, display_name, email, avatar_url, traits, browser, os, device_kind, is_bot,
           locale, time_zone, visit_count, first_seen_at, last_seen_at, id, external_id)
         SELECT $1::text, $2::text, $3::text, $4::text, $5::jsonb, $6::text, $7::text, $8::text, $9::boolean,
           $10::text, $11::text, 1, ${SEEN_AT}, ${SEEN_AT}, $18::text, $17::text
         WHERE EXISTS (SELECT 1 FROM visitors k WHERE k.site_id = $1 AND k.external_id = $17)
           OR NOT EXISTS (SELECT 1 FROM visitors a WHERE a.site_id = $1 AND a.id = $16::text AND a.external_id IS NULL)
         ON CONFLICT (site_id, external_id) DO UPDATE SET ${changes(PROFILE_DIFFERS)} RETURNING ${RESULT}`,
};

/** $16 the id of an anonymous visitor of the site, who becomes the person with the external id $17. */
export const BECOME_KNOWN = {
  name: 'anonymous_visitor_becomes_known',
  text: `UPDATE visitors v SET external_id = $17::text, ${changes('true')}
         WHERE v.site_id = $1::text AND v.id = $16::text AND v.external_id IS NULL RETURNING ${RESULT}`,
};
