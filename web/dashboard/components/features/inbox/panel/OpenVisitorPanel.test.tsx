import { act, screen, waitFor, within } from '@testing-library/react';
import { EXPORT_VISITOR } from '../../../../documents/export-visitor';
import { FORGET_VISITOR } from '../../../../documents/forget-visitor';
import { READ_VIEWER } from '../../../../documents/read-viewer';
import { READ_VISIT } from '../../../../documents/read-visit';
import { UPDATE_VISITOR } from '../../../../documents/update-visitor';
import { watchedVisitors } from '../../../../notices/watched-visitors';
import { offlineCard } from '../../../../testing/offline-card';
import { showDashboard as show } from '../../../../testing/show-dashboard';
import { viewerAnswer } from '../../../../testing/viewer-answer';
import { visitAnswer } from '../../../../testing/visit-answer';
import { visitorCard } from '../../../../testing/visitor-card';
import { workingSite } from '../../../../testing/working-site';

const maria = visitorCard({ id: 'vis_maria', isVerified: true });
const page = (title: string, minute: string) => ({
  __typename: 'Page' as const,
  url: `https://acme.com/${title}`,
  title,
  since: `2026-11-25T11:${minute}:00.000Z`,
});
const tab = (tabId: string, isVisible: boolean) => ({
  __typename: 'Session' as const,
  tabId,
  isVisible,
  startedAt: '2026-11-25T11:55:00.000Z',
  page: { __typename: 'Page' as const, url: `https://acme.com/${tabId}`, title: null },
});

const known = () =>
  workingSite([maria]).answer(READ_VISIT, ({ id }) =>
    visitAnswer(String(id), {
      externalId: 'crm-7',
      traits: { plan: 'team', seats: 5, isTrial: false },
      sessions: [tab('cart', true), tab('docs', false)],
      recentPages: [page('Pricing', '57'), page('Home', '55')],
    }),
  );

async function opened(network = known()) {
  const shown = show(network, '/v/vis_maria');
  const panel = await screen.findByRole('region', { name: 'Visitor Maria Silva' });
  return { ...shown, panel: within(panel) };
}

async function choose({ user, panel }: Awaited<ReturnType<typeof opened>>, item: string): Promise<void> {
  await user.click(panel.getByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

describe('what the panel knows of a visitor', () => {
  it('shows the pages of this visit with their times, the traits, and which tab is in front', async () => {
    const { panel } = await opened();

    const pages = await panel.findByRole('region', { name: 'This visit' });
    expect(
      within(pages)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([expect.stringMatching(/^Pricing\d\d:57$/), expect.stringMatching(/^Home\d\d:55$/)]);
    expect(panel.getByText('crm-7')).toBeVisible();
    expect(panel.getByText('plan').closest('dt')?.nextSibling).toHaveTextContent('team');
    expect(panel.getByText('isTrial').closest('dt')?.nextSibling).toHaveTextContent('no');
    expect(panel.getByText(/^In front, open for/).closest('li')).toHaveTextContent('/cart');
    expect(panel.getByText(/^In the background, open for/).closest('li')).toHaveTextContent('/docs');
    expect(panel.getByText('✓ verified')).toBeVisible();
  });

  it('[D-22] speaks of the open visitor when they leave, and of nobody else', async () => {
    const network = known();
    await opened(network);
    const spoken = screen.getByTestId('announcement');
    const asOf = '2026-11-25T12:00:09.000Z';

    network.push([visitorCard({ id: 'vis_lea', displayName: 'Lea', presence: { ...maria.presence, asOf } })]);
    network.push([offlineCard({ id: 'vis_maria', presence: { ...offlineCard().presence, asOf } })]);

    await waitFor(() => expect(spoken).toHaveTextContent('Maria Silva is now offline'));
    expect(spoken).not.toHaveTextContent('Lea');
  });
});

describe('what an agent can do with a visitor', () => {
  it('corrects name and traits, which keep their kinds', async () => {
    const network = known().answer(UPDATE_VISITOR, () => ({
      data: {
        updateVisitor: {
          __typename: 'VisitorPayload',
          visitor: { ...maria, displayName: 'Maria da Silva', traits: { plan: 'team', seats: 6 } },
          userErrors: [],
        },
      },
    }));
    const shown = await opened(network);
    await screen.findByText('crm-7');

    await choose(shown, 'Edit…');
    const form = within(await screen.findByRole('dialog', { name: 'Edit visitor' }));
    await shown.user.clear(form.getByLabelText('Name'));
    await shown.user.type(form.getByLabelText('Name'), 'Maria da Silva');
    await shown.user.clear(form.getByDisplayValue('5'));
    await shown.user.type(form.getAllByLabelText('Value')[1]!, '6');
    await shown.user.click(form.getByRole('button', { name: 'Remove isTrial' }));
    await shown.user.click(form.getByRole('button', { name: 'Save' }));

    expect(await screen.findByRole('heading', { name: /Maria da Silva/ })).toBeVisible();
    expect(network.requests.find(({ name }) => name === 'UpdateVisitor')?.variables.input).toEqual({
      visitorId: 'vis_maria',
      displayName: 'Maria da Silva',
      email: 'maria@acme.com',
      traits: { plan: 'team', seats: 6 },
    });
  });

  it('saves nothing that would lose a trait unsaid, and a stray Escape loses nothing that was typed', async () => {
    const network = known();
    const shown = await opened(network);
    await screen.findByText('crm-7');

    await choose(shown, 'Edit…');
    const dialog = await screen.findByRole('dialog', { name: 'Edit visitor' });
    const form = within(dialog);
    await shown.user.click(form.getByRole('button', { name: 'Add a trait' }));
    await shown.user.type(form.getAllByLabelText('Trait').at(-1)!, 'plan');
    await shown.user.click(form.getByRole('button', { name: 'Save' }));

    expect(await form.findByRole('alert')).toHaveTextContent('a name that no other has');
    expect(network.requests.some(({ name }) => name === 'UpdateVisitor')).toBe(false);
    await shown.user.keyboard('{Escape}');
    expect(form.getAllByLabelText('Trait').at(-1)).toHaveValue('plan');
  });

  it('forgets a person only after being asked by name', async () => {
    const network = known().answer(FORGET_VISITOR, ({ id }) => ({
      data: {
        forgetVisitor: { __typename: 'ForgetVisitorPayload', forgottenVisitorId: id, userErrors: [] },
      },
    }));
    const shown = await opened(network);

    await choose(shown, 'Forget…');
    const dialog = within(await screen.findByRole('dialog', { name: 'Forget Maria Silva?' }));
    expect(network.requests.some(({ name }) => name === 'ForgetVisitor')).toBe(false);
    await shown.user.click(dialog.getByRole('button', { name: 'Forget for good' }));

    expect(await screen.findByText('Maria Silva was forgotten', { selector: 'p' })).toBeVisible();
  });

  it('says that nothing was erased when the server could not be told', async () => {
    const shown = await opened(known().answer(FORGET_VISITOR, () => new Error('away')));

    await choose(shown, 'Forget…');
    await shown.user.click(await screen.findByRole('button', { name: 'Forget for good' }));

    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was erased.');
  });

  it('is not offered to erase people without being an admin', async () => {
    const viewer = viewerAnswer('site_a');
    viewer.data.viewer.agent.role = 'MEMBER';
    const { panel, user } = await opened(known().answer(READ_VIEWER, () => viewer));

    await user.click(panel.getByRole('button', { name: 'More actions' }));

    expect(await screen.findByRole('menuitem', { name: 'Edit…' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Forget…' })).not.toBeInTheDocument();
  });

  it('saves everything held about a person as one file, however many pages their changes have', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = (file) => {
      files.push(file as Blob);
      return 'blob:saved';
    };
    URL.revokeObjectURL = () => {};
    const changes = (kind: string, endCursor: string | null) => ({
      __typename: 'PresenceChangeConnection',
      nodes: [
        {
          __typename: 'PresenceChange',
          kind,
          reason: 'IDENTIFIED',
          occurredAt: '',
          isOnline: true,
          page: null,
        },
      ],
      pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
    });
    const network = known().answer(EXPORT_VISITOR, ({ after }) => ({
      data: {
        visitor: {
          ...maria,
          externalId: 'crm-7',
          avatarUrl: null,
          traits: {},
          recentPages: [],
          sessions: [],
        },
        presenceChanges: after === null ? changes('CAME_ONLINE', 'more') : changes('WENT_OFFLINE', null),
      },
    }));

    await choose(await opened(network), 'Export everything');

    await waitFor(() => expect(files).toHaveLength(1));
    const text = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as string);
      reader.readAsText(files[0]!);
    });
    expect(JSON.parse(text)).toMatchObject({
      visitor: { externalId: 'crm-7' },
      presenceChanges: [{ kind: 'CAME_ONLINE' }, { kind: 'WENT_OFFLINE' }],
    });
  });

  it('[D-18] is told when somebody who left is back, after asking for it', async () => {
    const john = offlineCard({ id: 'vis_maria', displayName: 'John Ade' });
    const network = workingSite([john]);
    const { user } = show(network, '/v/vis_maria');
    await user.click(await screen.findByRole('button', { name: 'Tell me when John Ade is back' }));
    jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    const back = visitorCard({
      id: 'vis_maria',
      displayName: 'John Ade',
      presence: { ...maria.presence, asOf: '2026-11-25T12:00:09.000Z' },
    });

    act(() => network.push([], {})); // what a feed begins with is no news
    act(() => network.push([back], { kind: 'CAME_ONLINE' }));

    expect(await screen.findByText('John Ade is online', { selector: 'p' })).toBeVisible();
    act(() => watchedVisitors.set(new Set()));
    jest.restoreAllMocks();
  });
});
