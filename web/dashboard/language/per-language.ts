import { currentLanguage } from './current-language';

/** Something costly to make that depends on the language, such as a formatter: made once for each that is spoken. */
export function perLanguage<T>(make: (intl: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const { intl } = currentLanguage.get();
    const known = made.get(intl) ?? make(intl);
    made.set(intl, known);
    return known;
  };
}
