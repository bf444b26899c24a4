import { Kbd, Modal, Switch } from '@mantine/core';
import { Fragment } from 'react';
import { t } from '../../../language/t';
import { preferences } from '../../../preferences';
import { useStore } from '../../../use-store';
import styles from './KeysHelp.module.css';

const KEYS = [
  { keys: ['↑', '↓', 'j', 'k'], text: 'keys.move' },
  { keys: ['Home', 'End', 'PgUp', 'PgDn'], text: 'keys.jump' },
  { keys: ['Enter'], text: 'keys.open' },
  { keys: ['Esc'], text: 'keys.close' },
  { keys: ['/'], text: 'keys.search' },
  { keys: ['c'], text: 'keys.copy' },
  { keys: ['Ctrl K', '⌘ K'], text: 'keys.palette' },
  { keys: ['?'], text: 'keys.help' },
] as const;

/** Which keys do what, and the way to turn off those of a single letter. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const wishes = useStore(preferences, (all) => all);
  return (
    <Modal
      opened
      lockScroll={false}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <dl className={styles.keys}>
        {KEYS.map(({ keys, text }) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </Fragment>
        ))}
      </dl>
      <Switch
        label={t('keys.letters')}
        description={t('keys.lettersWhy')}
        checked={wishes.hasLetterKeys}
        onChange={({ currentTarget }) => preferences.set({ ...wishes, hasLetterKeys: currentTarget.checked })}
      />
    </Modal>
  );
}
