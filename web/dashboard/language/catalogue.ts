import type { EN } from './catalogues/en';

/** Names a text. Only ids of the English catalogue exist. */
export type MessageId = keyof typeof EN;

/** The texts of one language; the compiler refuses one that lacks an id, or has another. */
export type Catalogue = Readonly<Record<MessageId, string>>;
