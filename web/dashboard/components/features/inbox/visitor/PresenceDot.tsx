import { dotShape } from './dot-shape';
import styles from './PresenceDot.module.css';
import type { VisitorPresence } from './visitor-presence';

/** Decoration beside the words of {@link PresenceStatus}: filled, ring or dashed ring. */
export function PresenceDot({ state }: { readonly state: VisitorPresence['state'] }) {
  return (
    <i className={styles.dot} data-shape={dotShape(state)} data-testid="presence-dot" aria-hidden="true" />
  );
}
