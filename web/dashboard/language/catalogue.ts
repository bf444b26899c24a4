import type { EN } from './catalogues/en';
import type { SETTINGS_EN } from './catalogues/settings/en';

/** Names a text. Only ids of the English catalogues exist. */
export type MessageId = keyof typeof EN | keyof typeof SETTINGS_EN;

/** The texts of one language that everybody needs; the compiler refuses one that lacks an id, or has another. */
export type Catalogue = Readonly<Record<keyof typeof EN, string>>;

/** The texts of the settings in one language, refused like those. */
export type SettingsCatalogue = Readonly<Record<keyof typeof SETTINGS_EN, string>>;
