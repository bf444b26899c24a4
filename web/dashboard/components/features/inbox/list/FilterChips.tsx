import { UnstyledButton } from '@mantine/core';
import { X } from 'lucide-react';
import { t } from '../../../../language/t';
import { plainView } from '../../../../roster/plain-view';
import type { RosterView } from '../../../../roster/roster-view';
import styles from './FilterChips.module.css';
import { seenWithinText } from './seen-within-text';

export interface FilterChipsProps {
  readonly view: RosterView;
  readonly onShow: (view: RosterView) => void;
}

/** What leaves visitors out at the moment, each to be taken away by a press. */
export function FilterChips({ view, onShow }: FilterChipsProps) {
  const { search, narrowing } = view;
  const { known, isVerifiedOnly, page, seenWithinMinutes, trait, withBots } = narrowing;
  const first = plainView(view.siteId);
  const without = (field: keyof RosterView['narrowing']): RosterView => ({
    ...view,
    narrowing: { ...narrowing, [field]: first.narrowing[field] },
  });
  const chips: [text: string, rest: RosterView][] = [];
  if (search !== '') chips.push([`“${search}”`, { ...view, search: '' }]);
  if (known !== null) chips.push([t(`filter.${known}`), without('known')]);
  if (isVerifiedOnly) chips.push([t('filter.verified'), without('isVerifiedOnly')]);
  if (page !== '') chips.push([t('filter.pageIs', { page }), without('page')]);
  if (seenWithinMinutes !== null) {
    chips.push([seenWithinText(seenWithinMinutes), without('seenWithinMinutes')]);
  }
  if (trait !== null) chips.push([`${trait.key}: ${trait.value}`, without('trait')]);
  if (withBots) chips.push([t('filter.withBots'), without('withBots')]);
  return (
    <ul className={styles.chips} aria-label={t('filter.active')}>
      {chips.map(([text, rest]) => (
        <li key={text}>
          <UnstyledButton
            className={styles.chip}
            aria-label={t('filter.remove', { filter: text })}
            onClick={() => onShow(rest)}
          >
            <bdi>{text}</bdi>
            <X size={13} aria-hidden="true" />
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
