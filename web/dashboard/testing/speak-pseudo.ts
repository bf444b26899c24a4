import { EN } from '../language/catalogues/en';
import { SETTINGS_EN } from '../language/catalogues/settings/en';
import { i18n } from '../language/i18n';

/** Puts every text of the catalogue between ⟦ and ⟧, so that one which is not from it stands out. */
export function speakPseudo(): void {
  const texts: [string, string][] = Object.entries({ ...EN, ...SETTINGS_EN });
  const messages = Object.fromEntries(texts.map(([id, text]) => [id, `⟦${text}⟧`]));
  i18n.loadAndActivate({ locale: 'en', locales: 'en-GB', messages });
}
