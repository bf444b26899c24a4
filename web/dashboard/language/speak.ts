import { currentLanguage } from './current-language';
import { i18n } from './i18n';
import type { Language } from './language';
import { LANGUAGES } from './languages';

/** Turns the whole page to a language. Rejects, and changes nothing, when its texts could not be fetched. */
export async function speak(id: Language): Promise<void> {
  const { intl, direction, load } = LANGUAGES[id];
  const { catalogue, dates } = await load();
  i18n.loadAndActivate({ locale: id, locales: intl, messages: catalogue });
  document.documentElement.lang = id;
  document.documentElement.dir = direction;
  currentLanguage.set({ id, intl, dates, direction });
}
