import { setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { EN } from './catalogues/en';

/** The texts of the page, English until another language has been loaded. */
export const i18n = setupI18n({ locale: 'en', locales: 'en-GB', messages: { en: EN } });
i18n.setMessagesCompiler(compileMessage);
