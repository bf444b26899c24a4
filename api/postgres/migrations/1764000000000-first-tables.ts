import type { MigrationInterface, QueryRunner } from 'typeorm';

// Ids compare byte by byte, so that their order is the same on every server and in every index.
const UP = `
CREATE TABLE sites (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  key text NOT NULL CONSTRAINT sites_key_unique UNIQUE,
  allowed_origins text[] NOT NULL DEFAULT '{}',
  goodbye_grace_seconds integer NOT NULL DEFAULT 5 CHECK (goodbye_grace_seconds BETWEEN 0 AND 30),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE agents (
  id text COLLATE "C" PRIMARY KEY,
  email text NOT NULL,
  display_name text NOT NULL,
  role text NOT NULL CHECK (role IN ('ADMIN', 'MEMBER')),
  password_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX agents_email_unique ON agents (lower(email));

CREATE TABLE site_agents (
  site_id text COLLATE "C" NOT NULL REFERENCES sites ON DELETE CASCADE,
  agent_id text COLLATE "C" NOT NULL REFERENCES agents ON DELETE CASCADE,
  PRIMARY KEY (site_id, agent_id)
);
CREATE INDEX site_agents_of_agent ON site_agents (agent_id);

CREATE TABLE agent_sessions (
  token_hash text COLLATE "C" PRIMARY KEY,
  agent_id text COLLATE "C" NOT NULL REFERENCES agents ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_used_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX agent_sessions_of_agent ON agent_sessions (agent_id);

CREATE TABLE api_keys (
  id text COLLATE "C" PRIMARY KEY,
  site_id text COLLATE "C" NOT NULL REFERENCES sites ON DELETE CASCADE,
  name text NOT NULL,
  prefix text NOT NULL CONSTRAINT api_keys_prefix_unique UNIQUE,
  secret_hash text NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_used_at timestamptz(3),
  expires_at timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE INDEX api_keys_of_site ON api_keys (site_id);

CREATE TABLE visitors (
  id text COLLATE "C" PRIMARY KEY,
  site_id text COLLATE "C" NOT NULL REFERENCES sites ON DELETE CASCADE,
  external_id text COLLATE "C",
  display_name text,
  email text,
  avatar_url text,
  traits jsonb,
  browser text,
  os text,
  device_kind text,
  is_bot boolean NOT NULL DEFAULT false,
  locale text,
  time_zone text,
  visit_count integer NOT NULL DEFAULT 0,
  profile_changed_at timestamptz(3),
  recent_pages jsonb,
  first_seen_at timestamptz(3) NOT NULL,
  last_seen_at timestamptz(3),
  CONSTRAINT visitors_external_id_unique UNIQUE (site_id, external_id)
);

-- One index for each order of the roster, written as the roster compares it; read backwards for the opposite order.
CREATE INDEX visitors_by_last_seen ON visitors (site_id, coalesce(last_seen_at, '-infinity'), id);
CREATE INDEX visitors_by_first_seen ON visitors (site_id, first_seen_at, id);
CREATE INDEX visitors_by_name
  ON visitors (site_id, (display_name IS NULL), coalesce(lower(display_name), ''), id);
`;

const DOWN = `
DROP TABLE visitors;
DROP TABLE api_keys;
DROP TABLE agent_sessions;
DROP TABLE site_agents;
DROP TABLE agents;
DROP TABLE sites;
`;

/** Sites, agents and their sessions, API keys, visitors. */
export class FirstTables1764000000000 implements MigrationInterface {
  // Said here as well, because a bundler may shorten class names and TypeORM reads the order from the name.
  readonly name = 'FirstTables1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DOWN);
  }
}
