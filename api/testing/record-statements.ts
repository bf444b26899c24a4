import { Client } from 'pg';

// Who calls is looked up once a second, whatever is asked.
const OF_CREDENTIALS = [
  'live_api_key',
  'touch_api_key',
  'agent_by_session',
  'touch_agent_session',
  'sites_of_agent',
  'site_by_id',
];

/** The statements that this process sent to PostgreSQL during the work, by name or text, but for those that find out who calls. */
export async function recordStatements(work: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return query.mock.calls
      .map(([statement]: unknown[]) => {
        if (typeof statement === 'string') return statement;
        const { name, text } = statement as { name?: string; text: string };
        return name ?? text;
      })
      .filter((statement) => !OF_CREDENTIALS.includes(statement));
  } finally {
    query.mockRestore();
  }
}
