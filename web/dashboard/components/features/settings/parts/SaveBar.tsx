import { Button } from '@mantine/core';
import { t } from '../../../../language/t';
import { Said } from './Said';
import styles from './SaveBar.module.css';

export interface SaveBarProps {
  readonly isDirty: boolean;
  /** True after a save, until something is changed again. */
  readonly isSaved: boolean;
  readonly isBusy: boolean;
  readonly onDiscard: () => void;
}

/** In sight while something is unsaved, wherever the form is scrolled to. Its save button submits the form it stands in. */
export function SaveBar({ isDirty, isSaved, isBusy, onDiscard }: SaveBarProps) {
  return (
    <div className={styles.bar} data-state={isDirty ? 'dirty' : isSaved ? 'saved' : 'clean'}>
      <Said
        className={styles.state}
        text={isDirty ? t('settings.unsaved') : isSaved ? t('settings.saved') : ''}
      />
      {isDirty ? (
        <>
          <Button variant="default" disabled={isBusy} onClick={onDiscard}>
            {t('settings.discard')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('settings.save')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
