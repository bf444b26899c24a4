import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
CREATE TABLE audit_entries (
  id text COLLATE "C" PRIMARY KEY,
  site_id text COLLATE "C" NOT NULL REFERENCES sites ON DELETE CASCADE,
  at timestamptz(3) NOT NULL DEFAULT now(),
  -- No reference: an entry outlives the agent and the key that it names.
  actor_id text COLLATE "C" NOT NULL,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject text
);
CREATE INDEX audit_entries_of_site ON audit_entries (site_id, at, id);
CREATE INDEX audit_entries_by_age ON audit_entries (at);
`;

const DOWN = 'DROP TABLE audit_entries;';

/** What was done to sites and their visitors, and by whom. */
export class AuditEntries1764300000000 implements MigrationInterface {
  readonly name = 'AuditEntries1764300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
