import type { BrowserContext, Page } from 'playwright-core';
import { openAgentDesk, type AgentDesk } from './agent-desk';
import { feedCutter } from './feed-cutter';
import { rowOf } from './row-of';
import type { RunningPorchlight } from './running-porchlight';
import { signIn } from './sign-in';
import { visitorComes } from './simulated-visitor';
import { takePicture } from './take-picture';

const TWO_HOURS_MS = 2 * 60 * 60_000;

jest.setTimeout(180_000);

let desk: AgentDesk;
let porchlight: RunningPorchlight;
let context: BrowserContext;

beforeAll(async () => {
  desk = await openAgentDesk();
  ({ porchlight, context } = desk);
  const first = await context.newPage();
  await signIn(first, porchlight);
  await first.getByText('No visitors yet.').waitFor();
  await first.close();
});
afterAll(() => desk?.close());

const said = (page: Page, word: string) => page.getByTestId('connection').filter({ hasText: word }).waitFor();

/** A dashboard of the signed-in agent, live, behind a network that can be broken. */
async function dashboard() {
  const agent = await context.newPage();
  const feed = await feedCutter(agent);
  await agent.goto(porchlight.dashboardUrl);
  await said(agent, 'Live');
  return { agent, feed };
}

it('[D-6] [D-7] [D-8] a cut socket is named, nothing is claimed meanwhile, and what was missed is there on return', async () => {
  const maria = await visitorComes(porchlight, { name: 'Maria Silva', email: 'maria@example.com' });
  const { agent, feed } = await dashboard();
  await rowOf(agent, 'Maria Silva').filter({ hasText: 'Online' }).click();
  await agent.getByRole('region', { name: 'Visitor Maria Silva' }).waitFor();

  await feed.cut();
  await agent.getByText('Live updates are paused.').waitFor();
  await rowOf(agent, 'Maria Silva').filter({ hasText: 'Last known: online' }).waitFor();
  expect(await agent.getByTestId('presence-dot').first().getAttribute('data-shape')).toBe('dashed');
  await takePicture(agent, 'reconnecting');
  await maria.leaves();
  await visitorComes(porchlight, { name: 'Noor Haddad', email: 'noor@example.com' });

  feed.mend();
  await agent.getByText('Live again.').waitFor({ timeout: 60_000 });
  await said(agent, 'Live');
  await rowOf(agent, 'Noor Haddad').filter({ hasText: 'Online' }).waitFor();
  await rowOf(agent, 'Maria Silva').filter({ hasText: 'Offline' }).waitFor();
  await agent.close();
});

it('[D-10] sockets that are blocked for good are replaced by a read every ten seconds, and that is said', async () => {
  const { agent, feed } = await dashboard();
  await feed.cut();
  await said(agent, 'Updating every 10 s');
  await visitorComes(porchlight, { name: 'Pedro Alves', email: 'pedro@example.com' });

  await rowOf(agent, 'Pedro Alves').filter({ hasText: 'Online' }).waitFor({ timeout: 60_000 });
  expect(await agent.getByTestId('connection').innerText()).toBe('Updating every 10 s');
  await agent.close();
});

it('a laptop that slept for two hours finds its socket dead without a word, notices, and catches up', async () => {
  const visitor = await visitorComes(porchlight, { name: 'Rui Melo', email: 'rui@example.com' });
  const agent = await context.newPage();
  await agent.clock.install();
  const feed = await feedCutter(agent);
  await agent.goto(porchlight.dashboardUrl);
  await said(agent, 'Live');
  await rowOf(agent, 'Rui Melo').filter({ hasText: 'Online' }).waitFor();

  feed.swallow();
  await visitor.leaves();
  await agent.clock.fastForward(TWO_HOURS_MS);
  await agent.clock.fastForward(20_000);
  await rowOf(agent, 'Rui Melo').filter({ hasText: 'Last known: online' }).waitFor();
  feed.mend();

  await said(agent, 'Live');
  await rowOf(agent, 'Rui Melo').filter({ hasText: 'Offline • Last seen just now' }).waitFor();
  await agent.close();
});

it('a restarted server is waited for; the list stays on the screen and is right again by itself', async () => {
  const { agent } = await dashboard();
  await rowOf(agent, 'Noor Haddad').waitFor();

  await porchlight.restart(() => agent.getByText('Live updates are paused.').waitFor());
  expect(await rowOf(agent, 'Noor Haddad').count()).toBe(1);
  await visitorComes(porchlight, { name: 'Sara Nunes', email: 'sara@example.com' });

  await said(agent, 'Live');
  await rowOf(agent, 'Sara Nunes').filter({ hasText: 'Online' }).waitFor();
  await agent.close();
});

it('[D-9] who signs out in one tab is signed out in the other, which says so and shows nobody any more', async () => {
  const { agent } = await dashboard();
  const { agent: other } = await dashboard();
  await rowOf(other, 'Sara Nunes').waitFor();

  await agent.getByRole('button', { name: /Signed in as/ }).click();
  await agent.getByRole('menuitem', { name: 'Sign out' }).click();

  await agent.getByRole('heading', { name: 'Sign in' }).waitFor();
  await other.getByText('You have been signed out.').waitFor();
  expect(await other.locator('body').innerText()).not.toContain('Sara Nunes');
});
