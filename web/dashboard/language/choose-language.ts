import { keptLanguage } from './kept-language';
import type { Language } from './language';
import { speak } from './speak';

/** The agent's wish: turns the page to the language now, and on every later visit. */
export async function chooseLanguage(id: Language): Promise<void> {
  await speak(id);
  keptLanguage.write(id);
}
