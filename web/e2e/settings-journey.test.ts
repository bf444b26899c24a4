import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { SECTIONS } from '../dashboard/components/features/settings/settings-sections';
import { SIGNING_EXAMPLES } from '../dashboard/components/features/settings/install/signing-examples';
import { openChromium, PERSON } from './open-chromium';
import { startPorchlight, type RunningPorchlight } from './running-porchlight';
import { canRun, signatureBy } from './run-signing-example';
import { signIn } from './sign-in';
import { takePicture } from './take-picture';

const DESKTOP: BrowserContextOptions = {
  viewport: { width: 1280, height: 860 },
  locale: 'en-GB',
  timezoneId: 'Europe/Lisbon',
  colorScheme: 'light',
};

jest.setTimeout(120_000);

let porchlight: RunningPorchlight;
let browser: Browser;
let context: BrowserContext;
let admin: Page;
const complaints: string[] = [];

const at = (path: string): string => new URL(path, porchlight.dashboardUrl).href;

/** What a page may not say: whatever a browser prints by itself about its policy, or a script that broke. */
function listen(page: Page): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) {
      complaints.push(line.text());
    }
  });
}

async function open(section: string): Promise<void> {
  await admin.goto(at(`settings/${section}`));
  await admin.getByRole('heading', { level: 2 }).first().waitFor();
}

/** Not by the page's voice, which says the same. */
const shown = (text: string): Promise<void> => admin.getByRole('main').getByText(text).waitFor();

/** Asks the API as a program does. */
async function ask(query: string, variables: object, headers: Record<string, string> = {}) {
  const response = await fetch(at('graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as {
    data?: Record<string, Record<string, unknown>> | null;
    errors?: { extensions: { code: string } }[];
  };
  return { data: answer.data, code: answer.errors?.[0]?.extensions.code };
}

beforeAll(async () => {
  porchlight = await startPorchlight();
  browser = await openChromium();
  context = await browser.newContext(DESKTOP);
  admin = await context.newPage();
  listen(admin);
  await signIn(admin, porchlight);
  await admin.getByRole('button', { name: /Signed in as/ }).waitFor();
});
afterAll(async () => {
  await browser?.close();
  await porchlight?.stop();
});
// A style or a script that the policy does not allow would be among them.
afterEach(() => expect(complaints).toEqual([]));

it('an admin finds out from the install page why a page is refused, and mends it', async () => {
  const visitor = await browser.newContext({ ...DESKTOP, userAgent: PERSON });
  const visit = async (): Promise<void> => {
    const page = await visitor.newPage();
    const answer = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await page.goto(porchlight.demoUrl);
    await answer;
    await page.close();
  };
  await admin.getByRole('link', { name: 'Other ways to install' }).click();
  await shown('Waiting for the first visitor…');

  await admin.getByRole('link', { name: 'Site', exact: true }).click();
  const origins = admin.getByLabel('Allowed origins');
  await origins.fill('https://shop.example\nshop.example/basket');
  await admin.getByRole('button', { name: 'Save' }).click();
  await admin.getByText('Line 2: “shop.example/basket” is not an origin.').waitFor();
  await takePicture(admin, 'settings-wrong-origin');
  await origins.fill('https://shop.example');
  await admin.getByRole('button', { name: 'Save' }).click();
  await shown('Saved. In force within a second.');
  await admin.getByRole('link', { name: 'Install', exact: true }).click();
  await visit();

  const { origin } = new URL(porchlight.demoUrl);
  await shown('The last page that called was refused.');
  await admin.getByText(`${origin} is not among the allowed origins.`).waitFor();
  await takePicture(admin, 'settings-install-refused');
  await admin.getByRole('link', { name: 'Open the site’s settings' }).click();
  await origins.fill(`https://shop.example\n${origin}`);
  await admin.getByRole('button', { name: 'Save' }).click();
  await shown('Saved. In force within a second.');
  await admin.getByRole('link', { name: 'Install', exact: true }).click();
  await visit();

  await shown('It works: this site is heard.');
  await takePicture(admin, 'settings-install');
  await visitor.close();
});

it('unsaved changes are not lost without a question, neither by a link nor by Back', async () => {
  await open('agents');
  await admin.getByRole('link', { name: 'Site', exact: true }).click();
  await admin.getByLabel('Name', { exact: true }).fill('Another name');

  await admin.goBack();
  const question = admin.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await admin.getByLabel('Name', { exact: true }).inputValue()).toBe('Another name');
  await admin.getByRole('link', { name: 'Back to visitors' }).click();
  await takePicture(admin, 'settings-leave');
  await question.getByRole('button', { name: 'Leave' }).click();

  await admin.getByRole('heading', { level: 1, name: /Visitors/ }).waitFor();
});

it('an invited agent signs in with the password that was shown once, and as a member finds no controls of an admin', async () => {
  await open('agents');
  await admin.getByLabel('Agent’s name').fill('Lea Müller');
  await admin.getByLabel('Agent’s e-mail').fill('lea@example.com');
  await admin.getByRole('button', { name: 'Invite' }).click();
  const dialog = admin.getByRole('dialog', { name: 'A password for Lea Müller' });
  const password = await dialog.locator('pre').innerText();
  await takePicture(admin, 'settings-first-password');
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await admin.content()).not.toContain(password);

  const herContext = await browser.newContext(DESKTOP);
  const lea = await herContext.newPage();
  listen(lea);
  await signIn(lea, { ...porchlight, email: 'lea@example.com', password });
  await lea.getByRole('button', { name: 'Signed in as Lea Müller' }).click();
  await lea.getByRole('menuitem', { name: 'Settings' }).click();
  const links = lea.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  await links.first().waitFor();
  expect(await links.allInnerTexts()).toEqual(['Install', 'Agents', 'Your password']);
  await lea.getByRole('link', { name: 'Agents' }).click();
  await lea.getByText('lea@example.com').waitFor();
  expect(await lea.getByRole('button', { name: /Remove|Invite/ }).count()).toBe(0);
  await lea.goto(at('settings/keys'));
  await lea.getByRole('heading', { name: 'Only admins can see this.' }).waitFor();
  await takePicture(lea, 'settings-member');
  await herContext.close();
});

it('an API key works over HTTP from when it is shown until it is revoked', async () => {
  await open('keys');
  await admin.getByLabel('What it is for').fill('Wallboard');
  await admin.getByRole('button', { name: 'Make the key' }).click();
  const dialog = admin.getByRole('dialog', { name: 'The new API key' });
  const authorization = `Bearer ${await dialog.locator('pre').innerText()}`;
  await takePicture(admin, 'settings-new-key');
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  const read = () => ask('{ visitors(first: 1) { totalCount } }', {}, { authorization });
  expect((await read()).data?.['visitors']).toEqual({ totalCount: expect.any(Number) as number });

  await admin.getByRole('button', { name: 'Revoke Wallboard' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await admin.getByText('Revoked', { exact: true }).waitFor();

  expect((await read()).code).toBe('UNAUTHENTICATED');
});

describe('the signing examples of the install page', () => {
  const present = SIGNING_EXAMPLES.filter(({ name }) => canRun(name));
  let secret: string;
  let siteKey: string;

  beforeAll(async () => {
    await open('site');
    await admin.getByLabel('Allowed origins').fill(new URL(porchlight.demoUrl).origin);
    await admin.getByRole('radio', { name: 'Required' }).check();
    await admin.getByRole('button', { name: 'Save' }).click();
    await shown('Saved. In force within a second.');
    await admin.getByRole('button', { name: 'Make a new secret' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click();
    secret = await admin.getByRole('dialog').locator('pre').innerText();
    await admin.getByRole('button', { name: 'I have kept it' }).click();
    await open('install');
    siteKey = await admin.getByRole('group', { name: 'Site key' }).innerText();
  });

  it('are tried where their language is on the machine, and Node’s always', () => {
    expect(present.map(({ name }) => name)).toContain('Node');
  });

  it.each(present)('[X-21] $name makes the signature that the API accepts', async ({ name, code }) => {
    const externalId = `usuário-${name}`;
    const input = {
      siteKey,
      tabId: `signing-${name}`,
      externalId,
      identitySignature: signatureBy(name, code, externalId, secret),
    };

    const { data } = await ask(
      'mutation ($input: IdentifyInput!) { identify(input: $input) { visitor { isOnline } userErrors { code } } }',
      { input },
      { origin: new URL(porchlight.demoUrl).origin },
    );

    expect(data?.['identify']).toEqual({ visitor: { isOnline: true }, userErrors: [] });
  });
});

it('a site is made, opens on its install page, and is deleted only by its name', async () => {
  await open('new-site');
  await admin.getByLabel('Name', { exact: true }).fill('Second shop');
  await admin.getByRole('button', { name: 'Make the site' }).click();
  await admin.getByRole('heading', { name: 'Settings of Second shop' }).waitFor();
  await shown('Waiting for the first visitor…');

  await admin.getByRole('link', { name: 'Site', exact: true }).click();
  await admin.getByRole('button', { name: 'Delete this site…' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Delete Second shop?' });
  const confirm = dialog.getByRole('button', { name: 'Delete for good' });
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByLabel('Type Second shop to confirm').fill('Second shop');
  await takePicture(admin, 'settings-delete');
  await confirm.click();

  await admin.getByRole('heading', { level: 1, name: /Demo shop/ }).waitFor();
  expect(await admin.getByText('Second shop').count()).toBe(0);
});

it('every part of the settings opens under the policy of the node', async () => {
  for (const { id } of SECTIONS) await open(id);
});
