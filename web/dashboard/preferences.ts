import { Store } from './store';

/** How one agent likes the dashboard, on this browser. */
export interface Preferences {
  readonly isCompact: boolean;
  /** Shortcuts of a single letter, which get in the way of those who speak to their computer. */
  readonly hasLetterKeys: boolean;
  readonly hasNotices: boolean;
  readonly hasSounds: boolean;
}

const KEY = 'porchlight-preferences';
const AT_FIRST: Preferences = {
  isCompact: false,
  hasLetterKeys: true,
  hasNotices: false,
  hasSounds: false,
};

function read(): Preferences {
  try {
    return { ...AT_FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return AT_FIRST; // forbidden, or not ours
  }
}

/** Kept over visits where the browser lets us. */
export const preferences = new Store<Preferences>(read());

preferences.subscribe(() => {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences.get()));
  } catch {
    // Forbidden; they last as long as the page.
  }
});
