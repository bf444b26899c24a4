import { Button, Menu } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { memo } from 'react';
import { t } from '../../../../language/t';
import type { RosterView } from '../../../../roster/roster-view';

const SORTS = ['ONLINE_FIRST', 'LAST_SEEN_DESC', 'LAST_SEEN_ASC', 'FIRST_SEEN_DESC', 'NAME_ASC'] as const;

export interface SortMenuProps {
  readonly view: RosterView;
  readonly onShow: (view: RosterView) => void;
}

/** The order of the list. */
export const SortMenu = memo(function SortMenu({ view, onShow }: SortMenuProps) {
  const { sort } = view;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          aria-label={t('sort.current', { sort: t(`sort.${sort}`) })}
          rightSection={<ChevronDown size={14} aria-hidden="true" />}
        >
          {t(`sort.${sort}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={sort}
          onChange={(chosen) => onShow({ ...view, sort: chosen as RosterView['sort'] })}
        >
          {SORTS.map((value) => (
            <Menu.RadioItem key={value} value={value} closeMenuOnClick>
              {t(`sort.${value}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
});
