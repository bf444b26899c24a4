/** Tables whose rows belong to one site each and say so in `site_id`: whoever reads or writes them has to name the site. */
export const SITE_TABLES = [
  'api_keys',
  'audit_entries',
  'forgotten_visitors',
  'site_agents',
  'suppressed_people',
  'visitors',
] as const;
