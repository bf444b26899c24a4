import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
ALTER TABLE sites ADD COLUMN retention_days integer NOT NULL DEFAULT 365 CHECK (retention_days BETWEEN 1 AND 3650);

CREATE TABLE forgotten_visitors (
  site_id text COLLATE "C" NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  visitor_id text COLLATE "C" NOT NULL,
  forgotten_at timestamptz(3) NOT NULL,
  left_presence_at timestamptz(3),
  PRIMARY KEY (site_id, visitor_id)
);
CREATE INDEX forgotten_visitors_by_time ON forgotten_visitors (site_id, forgotten_at);

CREATE TABLE suppressed_people (
  site_id text COLLATE "C" NOT NULL REFERENCES sites (id) ON DELETE CASCADE,
  person_hash text COLLATE "C" NOT NULL,
  since timestamptz(3) NOT NULL,
  PRIMARY KEY (site_id, person_hash)
);
`;

const DOWN = `
DROP TABLE suppressed_people;
DROP TABLE forgotten_visitors;
ALTER TABLE sites DROP COLUMN retention_days;
`;

/** Visitors who may not come back as they were, people who may not come back at all, and how long a site keeps visitors. */
export class ForgottenVisitors1764200000000 implements MigrationInterface {
  readonly name = 'ForgottenVisitors1764200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
