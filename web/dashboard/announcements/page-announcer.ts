import { Announcer } from './announcer';

/** The page's one voice. */
export const pageAnnouncer = new Announcer();
