import { currentLanguage } from './current-language';
import { settingsNeed } from './settings-need';
import { speak } from './speak';

/** Fetches the texts of the settings; from then on every language comes with them. Rejects when they could not be fetched. */
export async function speakOfSettings(): Promise<void> {
  settingsNeed.isThere = true;
  await speak(currentLanguage.get().id);
}
