import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { READ_ROSTER } from '../../../../documents/read-roster';
import { offlineCard } from '../../../../testing/offline-card';
import { rosterAnswer } from '../../../../testing/roster-answer';
import { showDashboard as show } from '../../../../testing/show-dashboard';
import { visitorCard } from '../../../../testing/visitor-card';
import { workingSite } from '../../../../testing/working-site';

const at = (second: number) => `2026-11-25T12:00:${String(second).padStart(2, '0')}.000Z`;
const online = (id: string, second: number) =>
  visitorCard({
    id,
    displayName: `Visitor of ${id}`,
    presence: { ...visitorCard().presence, asOf: at(second), since: at(second) },
  });
const three = [online('vis_c', 3), online('vis_b', 2), online('vis_a', 1)];

const grid = () => screen.findByRole('grid', { name: 'Visitors' });
const ids = () =>
  screen
    .getAllByRole('row')
    .flatMap(({ dataset }) => (dataset.visitor === undefined ? [] : [dataset.visitor]));
const active = async () => (await grid()).getAttribute('aria-activedescendant');

async function onceListed(id = 'vis_a'): Promise<void> {
  await waitFor(() => expect(ids()).toContain(id));
}

describe('the keys of the list', () => {
  it('[D-16] [D-21] go from row to row while the focus stays on the list', async () => {
    const { user } = show(workingSite(three));
    await onceListed();
    act(() => void document.querySelector<HTMLElement>('[role=grid]')!.focus());

    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(await active()).toBe('row-vis_b');
    await user.keyboard('{End}');
    expect(await active()).toBe('row-vis_a');
    await user.keyboard('{Home}{ArrowUp}');
    expect(await active()).toBe('row-vis_c');
    expect(await grid()).toHaveFocus();
  });

  it('[D-16] open a visitor by Enter, close by Escape, and are back on the row then', async () => {
    const { user, address } = show(workingSite(three));
    await onceListed();

    await user.keyboard('jj{Enter}');
    await screen.findByRole('region', { name: 'Visitor Visitor of vis_b' });
    expect(address.history.at(-1)).toBe('/v/vis_b');

    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('region', { name: /vis_b/ })).not.toBeInTheDocument());
    expect(await grid()).toHaveFocus();
    expect(await active()).toBe('row-vis_b');
  });

  it('[D-16] go to the search by a slash, and do nothing while somebody types there', async () => {
    const { user } = show(workingSite(three));
    await onceListed();

    await user.keyboard('/jk?');

    expect(screen.getByRole('searchbox')).toHaveValue('jk?');
    expect(await active()).toBeNull();
  });

  it('[D-17] copy the link of the row, and say so', async () => {
    const { user } = show(workingSite(three), '/?status=online');
    await onceListed();

    await user.keyboard('jc');

    await waitFor(() => expect(screen.getByTestId('announcement')).toHaveTextContent('Link copied'));
    expect(await navigator.clipboard.readText()).toBe('http://localhost/v/vis_c?status=online');
  });

  it('[D-16] open the commands, where a part of a name is enough', async () => {
    const { user, address } = show(workingSite(three));
    await onceListed();

    await user.keyboard('{Control>}k{/Control}');
    await user.type(
      await screen.findByRole('combobox', { name: 'What do you want to do?' }),
      'offline{Enter}',
    );

    await waitFor(() => expect(address.history.at(-1)).toBe('/?status=offline'));
  });

  it('[D-16] show what they do, where those of a single letter can be turned off', async () => {
    const { user } = show(workingSite(three));
    await onceListed();

    await user.keyboard('?');
    await user.click(await screen.findByRole('switch', { name: /single letter/ }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('j');

    expect(await active()).toBeNull();
    localStorage.clear();
  });
});

describe('the order of the list', () => {
  it('[D-14] is held under the pointer, while a status paints in place and newcomers wait in a bar', async () => {
    const network = workingSite(three);
    const { user } = show(network);
    await onceListed();
    await user.hover(await grid());

    network.push([
      offlineCard({ id: 'vis_c', presence: { ...offlineCard().presence, asOf: at(9) } }),
      online('vis_new', 10),
      online('vis_newer', 11),
    ]);

    const bar = await screen.findByRole('button', { name: '2 visitors came online — Show' });
    expect(ids()).toEqual(['vis_c', 'vis_b', 'vis_a']);
    expect(document.getElementById('row-vis_c')).toHaveAttribute('data-state', 'offline');

    await user.click(bar);
    expect(ids()).toEqual(['vis_newer', 'vis_new', 'vis_b', 'vis_a', 'vis_c']);
    expect(screen.queryByRole('button', { name: /came online/ })).not.toBeInTheDocument();
  });

  it('[D-14] is let go when the pointer leaves', async () => {
    const network = workingSite(three);
    const { user } = show(network);
    await onceListed();
    await user.hover(await grid());
    network.push([online('vis_new', 10)]);
    await screen.findByRole('button', { name: '1 visitor came online — Show' });

    await user.unhover(await grid());

    await waitFor(() => expect(ids()[0]).toBe('vis_new'));
  });

  it('[D-14] decides at the press whom a click opens, though another row is there at the release', async () => {
    const { address } = show(workingSite(three));
    await onceListed();

    fireEvent.pointerDown(document.getElementById('row-vis_b')!);
    fireEvent.click(document.getElementById('row-vis_a')!);

    expect(address.history.at(-1)).toBe('/v/vis_b');
  });

  it('[D-15] keeps the open row in its place when it leaves the filter, and says so', async () => {
    const network = workingSite(three);
    const { user } = show(network, '/v/vis_b?status=online');
    await onceListed();
    await screen.findByRole('region', { name: /vis_b/ });

    network.push([
      offlineCard({
        id: 'vis_b',
        displayName: 'Visitor of vis_b',
        presence: { ...offlineCard().presence, asOf: at(9) },
      }),
    ]);
    const row = document.getElementById('row-vis_b')!;
    await waitFor(() => expect(row).toHaveTextContent('no longer matches'));
    expect(ids()).toEqual(['vis_c', 'vis_b', 'vis_a']);

    await user.keyboard('{Escape}');
    await waitFor(() => expect(ids()).toEqual(['vis_c', 'vis_a']));
  });
});

describe('a list of ten thousand', () => {
  const many = Array.from({ length: 100 }, (_, index) => online(`vis_${index}`, 59 - Math.floor(index / 2)));

  it('[D-13] [D-21] draws few rows, counts them all, and numbers each one', async () => {
    const network = workingSite([]).answer(READ_ROSTER, () => {
      const answer = rosterAnswer({ visitors: many, everyone: 9_482, endCursor: 'more' });
      answer.data.visitors.totalCount = 9_482;
      return answer;
    });
    show(network);
    await onceListed('vis_0');

    expect(screen.getAllByRole('row').length).toBeLessThanOrEqual(60);
    expect(await grid()).toHaveAttribute('aria-rowcount', '9482');
    expect(document.getElementById('row-vis_3')).toHaveAttribute('aria-rowindex', '4');
  });

  it('[D-13] tells that there are more than can be counted', async () => {
    const network = workingSite([]).answer(READ_ROSTER, () => {
      const answer = rosterAnswer({ visitors: many, everyone: 10_001, endCursor: 'more' });
      answer.data.visitors.totalCount = 10_001;
      return answer;
    });
    show(network);
    await onceListed('vis_0');

    expect(await grid()).toHaveAttribute('aria-rowcount', '-1');
    expect(screen.getByText('10,000+')).toBeVisible();
  });
});

describe('search and filters', () => {
  it('mark what was found, by e-mail too, and tell how many once the answer stands', async () => {
    const maria = visitorCard({ id: 'vis_maria' });
    const { user } = show(workingSite([maria]));
    await onceListed('vis_maria');

    await user.type(screen.getByRole('searchbox'), 'mar');

    await waitFor(() =>
      expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
        'Mar',
        'mar',
      ]),
    );
    await waitFor(() => expect(screen.getByTestId('announcement')).toHaveTextContent('1 visitor matches'));
  });

  it('ask the server again when somebody moves, so that a newcomer who matches appears by themselves', async () => {
    const network = workingSite(three);
    show(network, '/?q=visitor');
    await onceListed();
    const four = [online('vis_new', 30), ...three];
    network.answer(READ_ROSTER, () => rosterAnswer({ visitors: four }));

    network.push([online('vis_new', 30)]);

    await waitFor(() => expect(ids()[0]).toBe('vis_new'));
  });

  it('[D-17] come from the address, go to the server together, and can be taken away one by one', async () => {
    const network = workingSite(three);
    const { user, address } = show(
      network,
      '/?known=identified&verified=1&page=https://acme.com/&trait=plan%3Dteam',
    );
    await onceListed();
    expect(network.requests.findLast(({ name }) => name === 'ReadRoster')?.variables.filter).toEqual({
      isIdentified: true,
      isVerified: true,
      currentUrlPrefix: 'https://acme.com/',
      traits: [{ key: 'plan', value: 'team' }],
    });

    await user.click(screen.getByRole('button', { name: 'Remove filter: Verified only' }));
    await waitFor(() => expect(address.history.at(-1)).not.toContain('verified'));
    await user.click(screen.getByRole('button', { name: 'Filter' }));
    const form = await screen.findByRole('dialog', { name: 'Filter' });
    await user.selectOptions(within(form).getByLabelText('Last seen'), 'In the last hour');
    await user.click(within(form).getByRole('button', { name: 'Apply' }));

    await waitFor(() => expect(address.history.at(-1)).toContain('seen=60'));
  });

  it('sort on the server, and keep its order', async () => {
    const network = workingSite(three);
    const { user } = show(network);
    await onceListed();
    network.answer(READ_ROSTER, ({ sort }) =>
      rosterAnswer({ visitors: sort === 'NAME_ASC' ? [...three].reverse() : three }),
    );

    await user.click(screen.getByRole('button', { name: 'Sort: Online first' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'By name' }));

    await waitFor(() => expect(ids()).toEqual(['vis_a', 'vis_b', 'vis_c']));
  });
});
