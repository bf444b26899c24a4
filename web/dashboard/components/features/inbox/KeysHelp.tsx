import { Kbd, Modal, Switch } from '@mantine/core';
import { Fragment } from 'react';
import { t } from '../../../language/t';
import { preferences } from '../../../preferences';
import { useStore } from '../../../use-store';
import styles from './KeysHelp.module.css';

/** Keys by what is printed on them, named where keyboards have words for them. */
const listedKeys = () =>
  [
    { keys: ['↑', '↓', 'j', 'k'], text: 'keys.move' },
    {
      keys: [t('keys.name.home'), t('keys.name.end'), t('keys.name.pageUp'), t('keys.name.pageDown')],
      text: 'keys.jump',
    },
    { keys: [t('keys.name.enter')], text: 'keys.open' },
    { keys: [t('keys.name.escape')], text: 'keys.close' },
    { keys: ['/'], text: 'keys.search' },
    { keys: ['c'], text: 'keys.copy' },
    { keys: [`${t('keys.name.control')} K`, '⌘ K'], text: 'keys.palette' },
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
        {listedKeys().map(({ keys, text }) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} dir="ltr">
                  {key}
                </Kbd>
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
