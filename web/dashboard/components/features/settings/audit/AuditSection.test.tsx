import { screen, waitFor } from '@testing-library/react';
import { speakOfSettings } from '../../../../language/speak-of-settings';
import { administeredSite } from '../../../../testing/administered-site';
import { showSettings } from '../../../../testing/show-settings';
import { READ_AUDIT_LOG } from '../documents/read-audit-log';

beforeAll(speakOfSettings);

const entry = (number: number, part: object = {}) => ({
  __typename: 'AuditEntry',
  id: `audit_${number}`,
  at: '2026-11-25T12:00:00.000Z',
  actor: 'Ana Braga',
  action: 'updateSite',
  subject: null,
  ...part,
});
const log = (...entries: object[]) => ({
  data: { site: { __typename: 'Site', id: 'site_a', auditLog: entries } },
});
const rows = () => screen.findAllByRole('listitem');

describe('the audit log', () => {
  it('tells in a sentence who did what, and names what it was done to', async () => {
    const network = administeredSite().answer(READ_AUDIT_LOG, () =>
      log(entry(1, { action: 'revokeApiKey', subject: 'Wallboard (key_1)' })),
    );
    showSettings(network, 'audit');

    expect((await rows())[0]).toHaveTextContent('Ana Braga revoked an API key' + 'Wallboard (key_1)');
  });

  it('shows an act it has no sentence for by its own name', async () => {
    const network = administeredSite().answer(READ_AUDIT_LOG, () =>
      log(entry(1, { action: 'paintThePorch' })),
    );
    showSettings(network, 'audit');

    expect((await rows())[0]).toHaveTextContent('Ana Braga paintThePorch');
  });

  it('[D-29] shows names as nothing but text', async () => {
    const network = administeredSite().answer(READ_AUDIT_LOG, () =>
      log(entry(1, { actor: '<img src=x onerror=alert(1)>\u202eevil' })),
    );
    showSettings(network, 'audit');

    expect((await rows())[0]).toHaveTextContent('<img src=x onerror=alert(1)>evil changed the settings');
    expect(document.querySelector('img')).toBeNull();
  });

  it('reads older entries on demand, until there are none', async () => {
    const all = Array.from({ length: 60 }, (_, i) => entry(i, { subject: `entry ${i}` }));
    const network = administeredSite().answer(READ_AUDIT_LOG, ({ first, after }) => {
      const from = all.findIndex(({ id }) => id === after) + 1;
      return log(...all.slice(from, from + Number(first)));
    });
    const { user } = showSettings(network, 'audit');

    await user.click(await screen.findByRole('button', { name: 'Show older' }));

    await waitFor(async () => expect(await rows()).toHaveLength(60));
    expect(screen.getByText('entry 59')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older' })).not.toBeInTheDocument();
  });

  it('[D-11] keeps what was read when older entries cannot be', async () => {
    const all = Array.from({ length: 50 }, (_, i) => entry(i));
    const network = administeredSite().answer(READ_AUDIT_LOG, ({ after }) =>
      after === null ? log(...all) : new Error('away'),
    );
    const { user } = showSettings(network, 'audit');

    await user.click(await screen.findByRole('button', { name: 'Show older' }));

    expect(await screen.findByRole('alert')).toHaveTextContent("Can't read this from the server.");
    expect(await rows()).toHaveLength(50);
  });

  it('that is empty says so', async () => {
    showSettings(administeredSite(), 'audit');

    expect(await screen.findByText('Nothing was done yet.')).toBeVisible();
  });
});
