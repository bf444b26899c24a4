import { Menu } from '@mantine/core';
import { chooseLanguage } from '../../language/choose-language';
import { currentLanguage } from '../../language/current-language';
import type { Language } from '../../language/language';
import { LANGUAGES } from '../../language/languages';
import { t } from '../../language/t';

/** The languages as entries of a menu, each in its own words. A language that cannot be fetched changes nothing. */
export function LanguageItems() {
  return (
    <Menu.RadioGroup
      value={currentLanguage.get().id}
      onChange={(id) => void chooseLanguage(id as Language).catch(() => {})}
    >
      <Menu.Label>{t('language.title')}</Menu.Label>
      {Object.entries(LANGUAGES).map(([id, { name }]) => (
        <Menu.RadioItem key={id} value={id} lang={id}>
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
