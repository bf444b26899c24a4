import { SIGN_OUT } from '../documents/sign-out';
import { visitorCard } from '../testing/visitor-card';
import { appears } from './appears';
import { busySite } from './busy-site';
import type { Scene } from './scene';

const EDIT = 2;
const FORGET = 4;

function pressing(selector: string, shows: string): Scene {
  return {
    network: busySite(),
    then: async () => {
      await appears('[data-visitor]');
      (await appears(selector)).click();
      await appears(shows);
    },
  };
}

function typing(key: string, withControl = false): Scene {
  return {
    network: busySite(),
    then: async () => {
      await appears('[data-visitor]');
      document.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: withControl, bubbles: true }));
      await appears('[role=dialog]');
    },
  };
}

function panelItem(position: number): Scene {
  return {
    network: busySite(visitorCard({ id: 'visitor_open' })),
    at: '/v/visitor_open',
    then: async () => {
      (await appears('section header [aria-haspopup=menu]')).click();
      if (position === 0) return void (await appears('[role=menu] [role=menuitem]'));
      (await appears(`[role=menu] [role=menuitem]:nth-of-type(${position})`)).click();
      await appears('.mantine-Modal-content button + button');
    },
  };
}

/** Menus and dialogs, each open. */
export const MENU_SCENES: Readonly<Record<string, () => Scene>> = {
  'menu-agent': () => pressing('header [aria-haspopup=menu]', '[role=menu] [role=menuitem]'),
  'menu-agent-failed': () => {
    const scene = pressing('header [aria-haspopup=menu]', '[role=menu] [role=menuitem]');
    return {
      network: scene.network.answer(SIGN_OUT, () => new Error('away')),
      then: async (drawn) => {
        await scene.then?.(drawn);
        (await appears('[role=menu] button[role=menuitem]:last-of-type')).click();
        await appears('[role=menuitem] + .mantine-Menu-label:last-child');
      },
    };
  },
  'menu-filter': () => pressing('main button[aria-expanded]', '[role=dialog] form'),
  'menu-sort': () =>
    pressing('main div > [aria-haspopup=menu]:first-child', '[role=menu] [role=menuitemradio]'),
  'menu-columns': () =>
    pressing('main div > [aria-haspopup=menu]:last-child', '[role=menu] [role=menuitemcheckbox]'),
  'menu-visitor': () => panelItem(0),
  'dialog-edit': () => panelItem(EDIT),
  'dialog-forget': () => panelItem(FORGET),
  'dialog-palette': () => typing('k', true),
  'dialog-keys': () => typing('?'),
};
