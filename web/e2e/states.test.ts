import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { axeComplaints } from './axe-complaints';
import { openChromium } from './open-chromium';
import { openStatesSite, type StatesSite } from './states-site';
import { takePicture } from './take-picture';

const DESKTOP = { width: 1440, height: 860 };
/** What is left of a screen of 1280 × 1024 when everything on it is four times as large. */
const ENLARGED = { width: 320, height: 256 };
const PHONE = { width: 390, height: 844 };
const FINGER_PX = 44;
const PRESSED = 'button, input, select, textarea, [role^=menuitem], [role=option]';
const ANSWERS_AS_A_WHOLE = 'label, .mantine-Input-wrapper, .mantine-Checkbox-body, .mantine-Radio-body';
/** Those that are built otherwise where there is little room. */
const ON_A_PHONE = ['list-live', 'panel-online', 'settings-site'];
/** How far a page may be scrolled in a test: to where the bars stick. */
const FAR_PX = 2_000;

jest.setTimeout(300_000);

let browser: Browser;
let site: StatesSite;
let states: string[];

beforeAll(async () => {
  site = await openStatesSite();
  browser = await openChromium();
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.locator('html[data-drawn]').waitFor();
  states = await page.locator('li').evaluateAll((items) => items.map(({ dataset }) => dataset['state']!));
  await page.close();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** Looks at every state and gathers what is wrong with any. */
async function inEachState(
  { language = 'en', ...how }: BrowserContextOptions & { readonly language?: string },
  look: (page: Page, state: string) => Promise<string[]>,
): Promise<string[]> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...how,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  for (const state of states) {
    await site.show(page, state, language);
    wrong.push(...(await look(page, state)).map((complaint) => `${state}: ${complaint}`));
  }
  await context.close();
  return wrong;
}

async function paint(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
}

/** Only when somebody wants them: they take longer than all else. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES_TO) await takePicture(page, name);
}

it('[D-20] axe objects to nothing in any state, by day or by night', async () => {
  const wrong = await inEachState({}, async (page, state) => {
    const byDay = await axeComplaints(page);
    await picture(page, `${state}-day`);
    await paint(page, 'dark');
    const byNight = await axeComplaints(page, 'colours');
    await picture(page, `${state}-night`);
    await paint(page, 'light');
    return [...byDay, ...byNight.map((complaint) => `by night: ${complaint}`)];
  });

  expect(wrong).toEqual([]);
});

it('[D-20] [D-26] nor from right to left', async () => {
  const wrong = await inEachState({ language: 'ar', locale: 'ar' }, async (page, state) => {
    await picture(page, `${state}-arabic`);
    return axeComplaints(page, 'structure');
  });

  expect(wrong).toEqual([]);
});

it('[D-26] every word in any state is from the catalogue or from the network', async () => {
  const wrong = await inEachState({ language: 'en&pseudo=' }, (page) =>
    page.evaluate(() => JSON.parse(document.documentElement.dataset['hardCoded']!) as string[]),
  );

  expect(wrong).toEqual([]);
});

it('[D-23] [D-27] at four times the size no state is scrolled sideways, nor are bars over more than half of it', async () => {
  const wrong = await inEachState({ viewport: ENLARGED, language: 'de' }, async (page, state) => {
    await picture(page, `${state}-enlarged`);
    const { width, bars } = await page.evaluate((farPx) => {
      window.scrollTo(0, farPx);
      const stuck = [...document.querySelectorAll('header, main *')].filter(
        (element) =>
          ['sticky', 'fixed'].includes(getComputedStyle(element).position) &&
          element.closest('[role=dialog]') === null,
      );
      return {
        width: document.documentElement.scrollWidth,
        bars: stuck.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0),
      };
    }, FAR_PX);
    return [
      ...(ON_A_PHONE.includes(state) ? await axeComplaints(page, 'structure') : []),
      ...(width > ENLARGED.width ? [`${width} px wide`] : []),
      ...(bars > ENLARGED.height / 2 ? [`bars of ${bars} px`] : []),
    ];
  });

  expect(wrong).toEqual([]);
});

it('[D-27] under a finger whatever can be pressed is 44 px high', async () => {
  const wrong = await inEachState({ viewport: PHONE, hasTouch: true, isMobile: true }, (page) =>
    page.evaluate(
      ([parts, whole, highPx]) =>
        [...document.querySelectorAll(parts)]
          .map((part) => part.closest(whole) ?? part)
          .filter((part) => {
            const { width, height } = part.getBoundingClientRect();
            return width > 1 && height > 0 && height < highPx - 0.5;
          })
          .map((part) => `${part.getBoundingClientRect().height} px: ${part.outerHTML.slice(0, 200)}`),
      [PRESSED, ANSWERS_AS_A_WHOLE, FINGER_PX] as const,
    ),
  );

  expect(wrong).toEqual([]);
});

it('[D-25] dots keep their three shapes when the system chooses the colours', async () => {
  const shapes: Record<string, string> = {};
  const context = await browser.newContext({ viewport: DESKTOP, forcedColors: 'active' });
  const page = await context.newPage();
  for (const state of ['panel-online', 'panel-offline', 'panel-unknown']) {
    await site.show(page, state);
    const dot = page.getByTestId('visitor-status').getByTestId('presence-dot');
    shapes[state] = await dot.evaluate((element) => {
      const { borderStyle, backgroundColor, borderColor } = getComputedStyle(element);
      return `${borderStyle} ${backgroundColor === borderColor ? 'filled' : 'open'}`;
    });
  }
  await context.close();

  expect(shapes).toEqual({
    'panel-online': 'solid filled',
    'panel-offline': 'solid open',
    'panel-unknown': 'dashed open',
  });
});

it('[D-25] then a choice that is made still differs from one that is not', async () => {
  const context = await browser.newContext({
    viewport: DESKTOP,
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const paintOf = (element: Element): string => {
    const { backgroundColor, borderColor, borderWidth } = getComputedStyle(element);
    return `${backgroundColor} ${borderWidth} ${borderColor}`;
  };
  await site.show(page, 'settings-agents');
  const radios = page.getByRole('radio');
  expect(await radios.first().evaluate(paintOf)).not.toBe(await radios.last().evaluate(paintOf));

  await site.show(page, 'dialog-keys');
  const track = page.locator('.mantine-Switch-track');
  const on = await track.evaluate(paintOf);
  await page.getByRole('switch').press('Space');
  await page.locator('.mantine-Switch-input:not(:checked)').waitFor({ state: 'attached' });
  expect(await track.evaluate(paintOf)).not.toBe(on);
  await context.close();
});

it('[D-23] nothing moves for those who asked for less motion', async () => {
  const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const state of ['list-loading', 'panel-loading', 'list-live', 'list-stale']) {
    await site.show(page, state);
    await page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
  }
  await context.close();
});
