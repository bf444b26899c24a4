import type { BrowserContext, Page } from 'playwright-core';
import { identitySignature } from '../../api/gateway/identity-signature';
import { IdentityVerification } from '../../api/sites/identity-verification';
import { callApi } from '../../api/testing/api-client';
import { untilPasses } from '../../api/testing/until-passes';
import { PERSON } from './open-chromium';
import type { PorchlightApi } from '../widget/porchlight-api';
import { openWidgetLab, type WidgetLab } from './widget-lab';

jest.setTimeout(90_000);

let lab: WidgetLab;
let context: BrowserContext;

beforeAll(async () => void (lab = await openWidgetLab()));
beforeEach(async () => void (context = await lab.person()));
afterEach(() => lab.leave(context));
afterAll(() => lab?.close());

const inState = (page: Page, state: string) =>
  page.waitForFunction(
    (wanted) => (window.porchlight as { state?: string } | undefined)?.state === wanted,
    state,
  );
const callsFrom = (path: string) =>
  lab.api.calls.filter(({ input }) => (input.page as { url?: string } | undefined)?.url === lab.pages + path);

it('the largest call stays far below what a browser carries past the end of a page', async () => {
  lab.page('/big', `<title>${'🙂'.repeat(400)}</title>${lab.tag('data-auto="false"')}`);
  const { page } = await lab.open(context, `/big`);
  const traits = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`trait${at}`, '🙂'.repeat(45)]));

  await page.waitForFunction(() => 'init' in (window.porchlight ?? {}));
  await page.evaluate((given) => {
    const api = window.porchlight as PorchlightApi;
    api.identify({ id: 'u1', traits: given });
    api.init({ maskUrl: (url) => `${url}/${'é/'.repeat(3_000)}` });
  }, traits);
  const { body } = await lab.api.next('identify', { externalId: 'u1' });
  await inState(page, 'live');

  expect(Buffer.byteLength(body)).toBeLessThan(16 * 1024);
});

it.each([
  ['a host list', (api: string) => `script-src ${api}; connect-src ${api}`],
  [
    'a nonce and strict-dynamic',
    (api: string) => `script-src 'nonce-n1' 'strict-dynamic'; connect-src ${api}`,
  ],
  [
    'Trusted Types',
    (api: string) =>
      `script-src ${api}; connect-src ${api}; require-trusted-types-for 'script'; trusted-types 'none'`,
  ],
])('[W-15] with a policy of nothing but %s it runs, and so does debug', async (name, policy) => {
  const path = `/strict-${name.replaceAll(/\W/g, '')}`;
  lab.page(path, `<title>Strict</title>${lab.tag('nonce="n1"')}`, {
    'content-security-policy': `default-src 'none'; ${policy(lab.api.url)}`,
  });
  const { page, complaints } = await lab.open(context, path);
  await inState(page, 'live');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));

  const report = await page.evaluate(() => (window.porchlight as PorchlightApi).debug());

  expect(report).toMatchObject({ state: 'live', stored: { hasToken: true }, reasons: [] });
  expect(asked).toEqual([`${lab.api.url}/w.debug.js`]);
  expect(complaints.filter((line) => !line.startsWith('porchlight:'))).toEqual([]);
});

it('[W-15] the versioned script loads with its integrity, and is refused with another', async () => {
  const { path, integrity } = (await (await fetch(`${lab.api.url}/w.json`)).json()) as Record<string, string>;
  const tag = (hash: string) =>
    `<script async crossorigin src="${lab.api.url}${path}" integrity="${hash}" data-site="${lab.node.site.key}"></script>`;
  lab.page('/pinned', `<title>Pinned</title>${tag(integrity!)}`);
  lab.page('/tampered', `<title>Tampered</title>${tag(integrity!.replace(/.{4}$/, 'AAAA'))}`);

  const { page } = await lab.open(context, '/pinned');
  await inState(page, 'live');
  const tampered = await lab.open(context, '/tampered');
  await tampered.page.waitForLoadState('load');

  expect(await tampered.page.evaluate(() => 'porchlight' in window)).toBe(false);
  const versioned = await fetch(lab.api.url + path);
  const moving = await fetch(`${lab.api.url}/w.js`);
  expect(versioned.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(moving.headers.get('cache-control')).toBe('public, max-age=3600');
  expect(await versioned.text()).toBe(await moving.text());
});

it('[W-14] a frame is left alone unless the site opts in, and blocked storage is no obstacle then', async () => {
  lab.page('/inner', `<title>Inner</title>${lab.tag()}`);
  lab.page('/allowed', `<title>Allowed</title>${lab.tag('data-frames="allow"')}`);
  lab.page(
    '/outer',
    '<title>Outer</title><iframe src="/inner"></iframe><iframe sandbox="allow-scripts" src="/allowed"></iframe>',
  );
  await lab.node.services.sites.update(lab.node.site.id, { allowedOrigins: [lab.pages, 'null'] });
  const { page, complaints } = await lab.open(context, '/outer');

  const framed = {
    url: `${lab.pages}/allowed`,
    title: 'Allowed',
    referrer: `${lab.pages}/outer`,
  };
  await lab.api.next('identify', { page: framed });
  const inner = page.frames().find((frame) => frame.url().endsWith('/inner'))!;
  await inner.waitForFunction(
    () => (window.porchlight as { state?: string } | undefined)?.state === 'stopped',
  );

  expect(callsFrom('/inner')).toEqual([]);
  expect(complaints).toEqual([]);
});

it('case 66: where consent is required nothing is stored and nothing but the script is loaded before it is given', async () => {
  lab.page('/consent', `<title>Consent</title>${lab.tag('data-consent="required"')}`);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${lab.pages}/consent`);
  await inState(page, 'stopped');
  const kept = () => page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);

  expect(asked).toEqual(['/consent', '/w.js']);
  expect(await kept()).toEqual([0, 0, '']);
});

it('case 67: a visitor who takes the consent back is gone and forgotten, and stays so after a reload', async () => {
  lab.page('/asked', `<title>Asked</title>${lab.tag('data-consent="required"')}`);
  const { page } = await lab.open(context, '/asked');
  await inState(page, 'stopped');
  await page.evaluate(() => (window.porchlight as { consent(is: boolean): void }).consent(true));
  const { input } = await lab.api.next('identify', { page: { url: `${lab.pages}/asked`, title: 'Asked' } });
  await inState(page, 'live');

  await page.evaluate(() => (window.porchlight as { consent(is: boolean): void }).consent(false));
  await lab.api.next('disconnect', { tabId: input.tabId });
  await page.reload();
  await inState(page, 'stopped');

  expect(callsFrom('/asked')).toHaveLength(1);
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['porchlight', '0 ']]);
});

it('[W-12] Global Privacy Control is a no until the visitor says yes to this site', async () => {
  await context.addInitScript(() =>
    Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
  );
  lab.page('/gpc', `<title>GPC</title>${lab.tag()}`);
  const { page } = await lab.open(context, '/gpc');
  await inState(page, 'stopped');
  expect(callsFrom('/gpc')).toEqual([]);

  await page.evaluate(() => (window.porchlight as { consent(is: boolean): void }).consent(true));
  await inState(page, 'live');
});

it('[W-13] a browser that admits to be driven is left alone', async () => {
  const driven = await lab.person({ userAgent: `${PERSON} HeadlessChrome/156` });
  const robot = await driven.newPage();
  lab.page('/robot', `<title>Robot</title>${lab.tag()}`);

  await robot.goto(`${lab.pages}/robot`);
  await inState(robot, 'stopped');
  await driven.close();

  expect(callsFrom('/robot')).toEqual([]);
});

it('case 109: whose storage was deleted is somebody new, and with a signed id the person they were', async () => {
  const secret = (await lab.node.services.sites.rotateIdentitySecret(lab.node.site.id, 0))!;
  await lab.node.services.sites.update(lab.node.site.id, {
    identityVerification: IdentityVerification.OPTIONAL,
  });
  lab.page('/wiped', `<title>Wiped</title>${lab.tag()}`);
  const { page, complaints } = await lab.open(context, '/wiped');
  const comeBack = async () => {
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await lab.api.next('disconnect');
    await page.goto(`${lab.pages}/wiped`);
    await inState(page, 'live');
    await untilPasses(async () => expect(await lab.online()).toHaveLength(1));
    return (await lab.online())[0];
  };
  const signIn = async () => {
    await page.evaluate(
      ([id, signature]) => (window.porchlight as PorchlightApi).identify({ id: id!, signature: signature! }),
      ['c109', identitySignature('c109', secret)],
    );
    await lab.api.next('identify', { externalId: 'c109' });
    return untilPasses(async () => {
      const { data } = await callApi(
        lab.node.url,
        '{ visitorByExternalId(externalId: "c109") { id } }',
        {},
        { authorization: `Bearer ${lab.node.apiKey}` },
      );
      const { id } = data.visitorByExternalId as { id: string };
      expect(await lab.online()).toEqual([id]);
      return id;
    });
  };
  await inState(page, 'live');
  const [first] = await lab.online();

  const second = await comeBack();
  expect(second).not.toBe(first);
  const person = await signIn();
  await comeBack();

  expect(await signIn()).toBe(person);
  expect(complaints).toEqual([]);
});
