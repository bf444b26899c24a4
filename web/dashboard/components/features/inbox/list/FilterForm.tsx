import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { t } from '../../../../language/t';
import type { RosterNarrowing } from '../../../../roster/roster-view';
import styles from './FilterForm.module.css';
import { seenWithinText } from './seen-within-text';

const DAY_MINUTES = 24 * 60;
const SEEN_WITHIN_MINUTES = [5, 30, 60, DAY_MINUTES, 7 * DAY_MINUTES, 30 * DAY_MINUTES];
const MAX_PAGE_CHARACTERS = 2_048;

export interface FilterFormProps {
  readonly narrowing: RosterNarrowing;
  readonly onApply: (narrowing: RosterNarrowing) => void;
}

/** The finer filters. Nothing is asked of the server before they are applied together. */
export function FilterForm({ narrowing, onApply }: FilterFormProps) {
  const [wanted, setWanted] = useState(narrowing);
  const [key, setKey] = useState(narrowing.trait?.key ?? '');
  const [value, setValue] = useState(narrowing.trait?.value ?? '');
  const change = (part: Partial<RosterNarrowing>): void => setWanted({ ...wanted, ...part });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const trait = key.trim() === '' ? null : { key: key.trim(), value: value.trim() };
    onApply({ ...wanted, page: wanted.page.trim(), trait });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        label={t('filter.who')}
        value={wanted.known ?? ''}
        onChange={({ currentTarget }) =>
          change({ known: (currentTarget.value || null) as RosterNarrowing['known'] })
        }
        data={[
          { value: '', label: t('filter.everybody') },
          { value: 'identified', label: t('filter.identified') },
          { value: 'anonymous', label: t('filter.anonymous') },
        ]}
      />
      <NativeSelect
        label={t('filter.seen')}
        value={String(wanted.seenWithinMinutes ?? '')}
        onChange={({ currentTarget }) => change({ seenWithinMinutes: Number(currentTarget.value) || null })}
        data={[
          { value: '', label: t('filter.anyTime') },
          ...SEEN_WITHIN_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: seenWithinText(minutes),
          })),
        ]}
      />
      <TextInput
        label={t('filter.page')}
        placeholder="https://"
        dir="ltr"
        maxLength={MAX_PAGE_CHARACTERS}
        value={wanted.page}
        onChange={({ currentTarget }) => change({ page: currentTarget.value })}
      />
      <div className={styles.pair}>
        <TextInput
          label={t('filter.traitKey')}
          placeholder="plan"
          required={value.trim() !== ''}
          value={key}
          onChange={({ currentTarget }) => setKey(currentTarget.value)}
        />
        <TextInput
          label={t('filter.traitValue')}
          placeholder="team"
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </div>
      <Checkbox
        label={t('filter.verified')}
        checked={wanted.isVerifiedOnly}
        onChange={({ currentTarget }) => change({ isVerifiedOnly: currentTarget.checked })}
      />
      <Checkbox
        label={t('filter.withBots')}
        checked={wanted.withBots}
        onChange={({ currentTarget }) => change({ withBots: currentTarget.checked })}
      />
      <Button type="submit" size="sm" fullWidth>
        {t('filter.apply')}
      </Button>
    </form>
  );
}
