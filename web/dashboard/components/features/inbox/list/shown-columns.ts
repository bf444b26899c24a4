import type { Column } from '../../../../column';
import { Store } from '../../../../store';

/** The columns the list has room for now, so that the menu can say which have none. */
export const shownColumns = new Store<readonly Column[]>([]);
