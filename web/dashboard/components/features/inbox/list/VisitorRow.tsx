import { BadgeCheck } from 'lucide-react';
import { memo } from 'react';
import type { Column } from '../../../../column';
import { t } from '../../../../language/t';
import { useVisitorCard } from '../../../../roster/use-visitor-card';
import { plainText } from '../../../../text/plain-text';
import { visitorName } from '../../../../text/visitor-name';
import { Marked } from './Marked';
import { presenceOf, type OutdatedSinceMs } from '../visitor/presence-of';
import { PresenceText } from '../visitor/PresenceText';
import { presenceWord } from '../visitor/presence-word';
import { RowPlaceholder } from './RowPlaceholder';
import { VisitorAvatar } from '../visitor/VisitorAvatar';
import { VisitorCell } from './VisitorCell';
import styles from './VisitorRow.module.css';

export interface VisitorRowProps {
  readonly visitorId: string;
  /** From 0, among all rows, drawn or not. */
  readonly index: number;
  /** Where the row stands in the list, and how high it is. */
  readonly topPx: number;
  readonly heightPx: number;
  readonly columns: readonly Column[];
  readonly href: string;
  readonly search: string;
  readonly isOpen: boolean;
  /** Whether the keys are on this row. */
  readonly isActive: boolean;
  /** Whether the row is only there because its panel is open. */
  readonly isStray: boolean;
  readonly outdatedSinceMs: OutdatedSinceMs;
}

/** One visitor in the list. It reads its own facts, so that a change draws this row and no other. */
export const VisitorRow = memo(function VisitorRow({
  visitorId,
  index,
  topPx,
  heightPx,
  columns,
  href,
  search,
  isOpen,
  isActive,
  isStray,
  outdatedSinceMs,
}: VisitorRowProps) {
  const data = useVisitorCard(visitorId);
  const style = { transform: `translateY(${topPx}px)`, blockSize: heightPx };
  if (data === null) return <RowPlaceholder index={index} style={style} />;

  const presence = presenceOf(data, outdatedSinceMs);
  const email = plainText(data.email ?? '');
  const isFoundByEmail = search !== '' && email.toLowerCase().includes(search.toLowerCase());
  return (
    <div
      id={`row-${visitorId}`}
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isOpen}
      data-visitor={visitorId}
      data-state={presence.state}
      data-open={isOpen}
      data-active={isActive}
      style={style}
    >
      <div className={styles.who} role="gridcell">
        <VisitorAvatar visitor={data} state={presence.state} size="small" />
        <div className={styles.lines}>
          <a className={styles.name} href={href} tabIndex={-1} dir="auto">
            <bdi>
              <Marked text={visitorName(data)} search={search} />
            </bdi>
            {data.isVerified ? (
              <BadgeCheck className={styles.verified} size={14} aria-label={t('visitor.verified')} />
            ) : null}
          </a>
          <div className={styles.status}>
            {presenceWord(presence.state)}
            {/* The moment a lost feed was last right stands above the list, once; and no feed tells of tabs. */}
            {'asOf' in presence || presence.state === 'online' ? null : (
              <PresenceText presence={presence} isInRow />
            )}
            {isStray ? <> · {t('roster.stray')}</> : null}
            {isFoundByEmail ? (
              <>
                {' · '}
                <bdi dir="ltr">
                  <Marked text={email} search={search} />
                </bdi>
              </>
            ) : null}
          </div>
        </div>
      </div>
      {columns.map((column) => (
        <div key={column} className={styles[column] ?? styles.fact} role="gridcell">
          <VisitorCell column={column} visitor={data} presence={presence} />
        </div>
      ))}
    </div>
  );
});
