import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { EN } from './catalogues/en';

/** The texts of the page, English until another language has been loaded. */
export const i18n = setupI18n({ locale: 'en', locales: 'en-GB', messages: { en: EN } });

const compiled = new Map<string, ReturnType<typeof compileMessage>>();
// Kept: it is asked for each time a text is drawn.
i18n.setMessagesCompiler((message) => {
  const known = compiled.get(message) ?? compileMessage(message);
  compiled.set(message, known);
  return known;
});
