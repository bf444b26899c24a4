import { cleanup, screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { preferences } from '../../../../preferences';
import { offlineCard } from '../../../../testing/offline-card';
import { showDashboard as show } from '../../../../testing/show-dashboard';
import { visitorCard } from '../../../../testing/visitor-card';
import { workingSite } from '../../../../testing/working-site';

const maria = visitorCard({ id: 'vis_maria', visitCount: 7 });
const john = offlineCard({ id: 'vis_john', displayName: 'John Ade', email: null, visitCount: 2 });

const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const cells = (name: string) =>
  [...screen.getByRole('link', { name }).closest('[role=row]')!.querySelectorAll('[role=gridcell]')].map(
    ({ textContent }) => textContent,
  );

async function wish(user: UserEvent, ...columns: readonly RegExp[]): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'How the list looks' }));
  for (const name of columns) await user.click(await screen.findByRole('menuitemcheckbox', { name }));
}

describe('the columns of the list', () => {
  const atFirst = preferences.get();
  afterEach(() => {
    cleanup();
    preferences.set(atFirst);
    localStorage.clear();
  });

  it('are those the agent wants, and are so again next time', async () => {
    const { user } = show(workingSite([maria, john]));
    await screen.findByRole('link', { name: 'Maria Silva' });

    await wish(user, /^Device/, /^Visits/, /^E-mail/);

    expect(heads()).toEqual(['Visitor', 'Viewing', 'On page', 'Local time', 'E-mail', 'Visits']);
    expect(cells('Maria Silva').slice(-2)).toEqual(['maria@acme.com', '7']);
    expect(cells('John Ade').slice(-2)).toEqual(['—', '2']);
    expect(JSON.parse(localStorage.getItem('porchlight-preferences')!)).toMatchObject({
      columns: ['page', 'spent', 'place', 'visits', 'email'],
    });
  });

  it('say in the menu when there is no room for them', async () => {
    const { user } = show(workingSite([maria]));
    await screen.findByRole('link', { name: 'Maria Silva' });

    await wish(user, /^E-mail/, /^Came from/, /^First seen/, /^Visits/, /^Tabs/);

    await waitFor(() => expect(heads()).not.toContain('Tabs'));
    expect(screen.getByRole('menuitemcheckbox', { name: /^Tabs/ })).toHaveTextContent(
      'no room at this width',
    );
    expect(screen.getByRole('menuitemcheckbox', { name: /^E-mail/ })).toHaveTextContent(/^E-mail$/);
  });
});
