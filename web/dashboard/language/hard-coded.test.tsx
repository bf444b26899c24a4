import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hardCodedText } from '../testing/hard-coded-text';
import { READ_ROSTER } from '../documents/read-roster';
import { READ_VIEWER } from '../documents/read-viewer';
import { offlineCard } from '../testing/offline-card';
import { rosterAnswer } from '../testing/roster-answer';
import { showDashboard } from '../testing/show-dashboard';
import { speakPseudo } from '../testing/speak-pseudo';
import { visitorCard } from '../testing/visitor-card';
import { workingSite } from '../testing/working-site';
import { speak } from './speak';

const maria = visitorCard({ id: 'vis_maria' });
const john = offlineCard({ id: 'vis_john', displayName: 'John Ade' });
const DATA = [
  'Porchlight',
  'Shop site_a',
  'Ana Braga',
  'ana@acme.com',
  'Maria Silva',
  'John Ade',
  'maria@acme.com',
  'Pricing – Acme',
  'https://acme.com/pricing',
  'acme.com/pricing',
  '/pricing',
  'search.example/find',
  'Chrome 156',
  'Chrome',
  'macOS',
  'Lisbon',
  'Portuguese (Portugal)',
  'MS',
  'JA',
  'AB',
  'Nov',
  'English',
  'Deutsch',
  'العربية',
];

beforeEach(speakPseudo);
afterEach(() => speak('en'));

it('[D-26] roster, panel and menus say nothing that is not in the catalogue', async () => {
  showDashboard(workingSite([maria, john]), '/v/vis_maria');
  await screen.findByRole('heading', { name: /Maria Silva/ });
  await userEvent.click(screen.getByRole('button', { name: /Ana Braga/ }));
  await screen.findByRole('menuitemradio', { name: 'English' });

  expect(hardCodedText(document.body, DATA)).toEqual([]);
});

it.each([
  ['no visitor has come', workingSite([]), /install|No visitors yet/],
  ['the server is away', workingSite([]).answer(READ_ROSTER, () => new Error('away')), /Can't reach/],
  ['nobody is signed in', workingSite([]).answer(READ_VIEWER, () => ({ data: { viewer: null } })), /Sign in/],
  [
    'nobody matches',
    workingSite([]).answer(READ_ROSTER, () => rosterAnswer({ visitors: [], everyone: 4 })),
    /No visitors match/,
  ],
])('[D-26] when %s, neither', async (_, network, shown) => {
  showDashboard(network);
  await screen.findAllByText(shown);

  const snippet = [...document.querySelectorAll('pre')].map(({ textContent }) => textContent ?? '');
  expect(hardCodedText(document.body, [...DATA, ...snippet])).toEqual([]);
});
