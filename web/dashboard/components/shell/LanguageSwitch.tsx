import { ActionIcon, Menu } from '@mantine/core';
import { Languages } from 'lucide-react';
import { t } from '../../language/t';
import { LanguageItems } from './LanguageItems';

/** A small button that opens the choice of languages, for a page without a menu of the agent's. */
export function LanguageSwitch() {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('language.title')}>
          <Languages size={17} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}
