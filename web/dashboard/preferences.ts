import type { Column } from './column';
import { Store } from './store';

/** How one agent likes the dashboard, on this browser. */
export interface Preferences {
  readonly isCompact: boolean;
  /** The columns of the list that are wanted, in any order. */
  readonly columns: readonly Column[];
  /** Shortcuts of a single letter, which get in the way of those who speak to their computer. */
  readonly hasLetterKeys: boolean;
  readonly hasNotices: boolean;
  readonly hasSounds: boolean;
}

const KEY = 'porchlight-preferences';
const AT_FIRST: Preferences = {
  isCompact: false,
  columns: ['page', 'spent', 'place', 'device'],
  hasLetterKeys: true,
  hasNotices: false,
  hasSounds: false,
};

function read(): Preferences {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    const columns = Array.isArray(kept.columns) ? kept.columns : AT_FIRST.columns;
    return { ...AT_FIRST, ...kept, columns };
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
