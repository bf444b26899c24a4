import { ActionIcon, Menu } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import { t } from '../../../language/t';
import { preferences } from '../../../preferences';
import { useStore } from '../../../use-store';

/** How the list looks, which every agent decides alone. */
export const ListMenu = memo(function ListMenu() {
  const wishes = useStore(preferences, (all) => all);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('list.menu')}>
          <EllipsisVertical size={16} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxItem
          checked={wishes.isCompact}
          onChange={(isCompact) => preferences.set({ ...wishes, isCompact })}
        >
          {t('list.compact')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
});
