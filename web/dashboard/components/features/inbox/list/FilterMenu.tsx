import { Button, Popover } from '@mantine/core';
import { Plus } from 'lucide-react';
import { memo, useState } from 'react';
import { t } from '../../../../language/t';
import type { RosterView } from '../../../../roster/roster-view';
import { FilterForm } from './FilterForm';

export interface FilterMenuProps {
  readonly view: RosterView;
  readonly onShow: (view: RosterView) => void;
}

/** The door to the finer filters. */
export const FilterMenu = memo(function FilterMenu({ view, onShow }: FilterMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<Plus size={14} aria-hidden="true" />}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('filter.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter.add')}>
        <FilterForm
          narrowing={view.narrowing}
          onApply={(narrowing) => {
            setIsOpen(false);
            onShow({ ...view, narrowing });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
});
