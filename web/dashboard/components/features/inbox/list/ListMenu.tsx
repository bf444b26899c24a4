import { ActionIcon, Menu } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import type { Column } from '../../../../column';
import { t } from '../../../../language/t';
import { preferences } from '../../../../preferences';
import { useStore } from '../../../../use-store';
import { COLUMN_TRACKS } from './column-tracks';
import styles from './ListMenu.module.css';
import { shownColumns } from './shown-columns';

const ALL = Object.keys(COLUMN_TRACKS) as Column[];

/** How the list looks, which every agent decides alone. */
export const ListMenu = memo(function ListMenu() {
  const wishes = useStore(preferences, (all) => all);
  const shown = useStore(shownColumns, (columns) => columns);
  const want = (column: Column, isWanted: boolean): void => {
    const others = wishes.columns.filter((each) => each !== column);
    preferences.set({ ...wishes, columns: isWanted ? [...others, column] : others });
  };
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
        <Menu.Divider />
        <Menu.Label>{t('list.columns')}</Menu.Label>
        {ALL.map((column) => {
          const isWanted = wishes.columns.includes(column);
          return (
            <Menu.CheckboxItem
              key={column}
              checked={isWanted}
              onChange={(isChecked) => want(column, isChecked)}
            >
              {t(`column.${column}`)}
              {isWanted && !shown.includes(column) ? (
                <span className={styles.noRoom}>{t('list.noRoom')}</span>
              ) : null}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
});
