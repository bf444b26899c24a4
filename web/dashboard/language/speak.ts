import { currentLanguage } from './current-language';
import { i18n } from './i18n';
import type { Language } from './language';
import { LANGUAGES } from './languages';
import { settingsNeed } from './settings-need';

/** Turns the whole page to a language. Rejects, and changes nothing, when its texts could not be fetched. */
export async function speak(id: Language): Promise<void> {
  const { intl, direction, load, loadSettings } = LANGUAGES[id];
  const [{ catalogue, dates }, settings] = await Promise.all([
    load(),
    settingsNeed.isThere ? loadSettings() : null,
  ]);
  i18n.loadAndActivate({ locale: id, locales: intl, messages: { ...catalogue, ...settings?.catalogue } });
  document.documentElement.lang = id;
  document.documentElement.dir = direction;
  currentLanguage.set({ id, intl, dates, direction });
}
