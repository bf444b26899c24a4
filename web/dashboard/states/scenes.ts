import { LIST_SCENES } from './list-scenes';
import { MENU_SCENES } from './menu-scenes';
import { PANEL_SCENES } from './panel-scenes';
import type { Scene } from './scene';
import { SETTINGS_SCENES } from './settings-scenes';

/** Every state that has a picture of its own, by name. Asked for anew each time, for a network plays only once. */
export const SCENES: Readonly<Record<string, () => Scene>> = {
  ...LIST_SCENES,
  ...PANEL_SCENES,
  ...MENU_SCENES,
  ...SETTINGS_SCENES,
};
