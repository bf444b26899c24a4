import { initials } from '../../../../text/initials';
import { PresenceDot } from './PresenceDot';
import styles from './VisitorAvatar.module.css';
import type { VisitorPresence } from './visitor-presence';

export interface VisitorAvatarProps {
  readonly visitor: { readonly id: string; readonly displayName: string | null };
  readonly state: VisitorPresence['state'];
  readonly size: 'small' | 'large';
}

/** Initials with the presence dot. Never a picture: loading one would tell a third party who is looking. */
export function VisitorAvatar({ visitor, state, size }: VisitorAvatarProps) {
  return (
    <span className={styles.avatar} data-size={size} aria-hidden="true">
      {initials(visitor)}
      <span className={styles.dot}>
        <PresenceDot state={state} />
      </span>
    </span>
  );
}
