import type { MessageId } from '../language/catalogue';
import { EN } from '../language/catalogues/en';
import { i18n } from '../language/i18n';

/** Puts every text of the catalogue between ⟦ and ⟧, so that one which is not from it stands out. */
export function speakPseudo(): void {
  const ids = Object.keys(EN) as MessageId[];
  const messages = Object.fromEntries(ids.map((id) => [id, `⟦${EN[id]}⟧`]));
  i18n.loadAndActivate({ locale: 'en', locales: 'en-GB', messages });
}
