const KEY = 'porchlight-language';

/** The agent's choice, kept over visits where the browser lets us. */
export const keptLanguage = {
  read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // forbidden; the browser's own languages decide then
    }
  },
  write(language: string): void {
    try {
      localStorage.setItem(KEY, language);
    } catch {
      // Forbidden; the choice lasts as long as the page.
    }
  },
};
