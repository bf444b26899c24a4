import type { MigrationInterface, QueryRunner } from 'typeorm';

// Sites that are there already get a secret of 244 random bits; a new one is made with its own.
const UP = `
ALTER TABLE sites
  ADD COLUMN kept_url_parameters text[] NOT NULL DEFAULT '{}',
  ADD COLUMN keeps_url_fragment boolean NOT NULL DEFAULT false,
  ADD COLUMN identity_verification text NOT NULL DEFAULT 'OFF'
    CHECK (identity_verification IN ('OFF', 'OPTIONAL', 'REQUIRED')),
  ADD COLUMN identity_secret text NOT NULL
    DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  ADD COLUMN previous_identity_secret text,
  ADD COLUMN previous_identity_secret_until timestamptz(3);
ALTER TABLE sites ALTER COLUMN identity_secret DROP DEFAULT;

ALTER TABLE visitors
  ADD COLUMN is_verified boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT visitors_verified_are_known CHECK (NOT is_verified OR external_id IS NOT NULL),
  DROP CONSTRAINT visitors_external_id_unique,
  ADD CONSTRAINT visitors_external_id_unique UNIQUE (site_id, external_id, is_verified);
`;

// Two records of one person, one of them verified, cannot both stay.
const DOWN = `
DELETE FROM visitors v WHERE NOT v.is_verified AND EXISTS (
  SELECT 1 FROM visitors k WHERE k.site_id = v.site_id AND k.external_id = v.external_id AND k.is_verified);
ALTER TABLE visitors
  DROP CONSTRAINT visitors_external_id_unique,
  ADD CONSTRAINT visitors_external_id_unique UNIQUE (site_id, external_id),
  DROP CONSTRAINT visitors_verified_are_known,
  DROP COLUMN is_verified;

ALTER TABLE sites
  DROP COLUMN previous_identity_secret_until,
  DROP COLUMN previous_identity_secret,
  DROP COLUMN identity_secret,
  DROP COLUMN identity_verification,
  DROP COLUMN keeps_url_fragment,
  DROP COLUMN kept_url_parameters;
`;

/** Verified visitors beside claimed ones, and what a site decides about them and about its URLs. */
export class IdentityAndSettings1764100000000 implements MigrationInterface {
  readonly name = 'IdentityAndSettings1764100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
