import { VisuallyHidden } from '@mantine/core';
import { pageAnnouncer } from '../../announcements/page-announcer';
import { toastText } from '../../announcements/toast-text';
import { useStore } from '../../use-store';
import styles from './LiveRegion.module.css';

/** The only place that speaks by itself, and the short words that are also seen. On the page from the start. */
export function LiveRegion() {
  const message = useStore(pageAnnouncer.message, (text) => text);
  const shown = useStore(toastText, (text) => text);
  return (
    <>
      <VisuallyHidden aria-live="polite" aria-atomic="true" data-testid="announcement">
        {message}
      </VisuallyHidden>
      <div className={styles.place}>
        {shown === null ? null : (
          <p className={styles.toast} aria-hidden="true">
            {shown}
          </p>
        )}
      </div>
    </>
  );
}
