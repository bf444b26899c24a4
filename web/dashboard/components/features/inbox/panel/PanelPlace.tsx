import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './PanelPlace.module.css';
import { currentLanguage } from '../../../../language/current-language';
import { useStore } from '../../../../use-store';
import { t } from '../../../../language/t';

export interface PanelPlaceProps {
  /** The panel; null when no visitor is open. */
  readonly children: ReactNode | null;
  readonly onClose: () => void;
}

const AT_ONCE = { getInitialValueInEffect: false };

/** Where the panel is: beside the list on a wide screen, over it on a narrower one, all of a phone. */
export function PanelPlace({ children, onClose }: PanelPlaceProps) {
  const { direction } = useStore(currentLanguage, (language) => language);
  const isWide = useMediaQuery('(min-width: 75em)', true, AT_ONCE);
  const isPhone = useMediaQuery('(max-width: 47.99em)', false, AT_ONCE);
  if (isWide) {
    return (
      <aside className={styles.beside}>
        {children ?? <p className={styles.nobody}>{t('panel.choose')}</p>}
      </aside>
    );
  }
  return (
    <Drawer
      opened={children !== null}
      onClose={onClose}
      position={direction === 'rtl' ? 'left' : 'right'}
      size={isPhone ? '100%' : 420}
      withCloseButton={false}
      lockScroll={false}
      padding={0}
      attributes={{ content: { 'aria-label': t('panel.label') } }}
    >
      {children}
    </Drawer>
  );
}
