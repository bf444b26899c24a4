import { Textarea } from '@mantine/core';
import type { UserProblemFragment } from '../../../../../generated/settings/graphql';
import { fieldProblem } from '../field-problem';
import { t } from '../../../../language/t';
import { entriesOf } from './entries-of';
import { lineProblems } from './line-problems';
import lines from '../parts/Lines.module.css';
import styles from './OriginsField.module.css';

export interface OriginsFieldProps {
  /** One a line. */
  readonly value: string;
  readonly problems: readonly UserProblemFragment[];
  readonly onChange: (value: string) => void;
}

/** The web sites whose pages may speak for this one, each on a line of its own. */
export function OriginsField({ value, problems, onChange }: OriginsFieldProps) {
  const isOpen = entriesOf(value).length === 0;
  const badLines = lineProblems(problems, 'allowedOrigins', value);
  const problem = fieldProblem(problems, 'allowedOrigins', { TOO_MANY: 'settings.problem.origins' });
  const error =
    badLines.length > 0
      ? badLines.map(({ line, text: entry }) => (
          <span key={line} className={lines.line}>
            {t('settings.problem.originLine', { line, entry })}
          </span>
        ))
      : problem && t(problem);
  return (
    <div className={styles.field}>
      <Textarea
        label={t('settings.site.origins')}
        description={t('settings.site.originsText')}
        rows={Math.min(10, Math.max(3, value.split('\n').length))}
        spellCheck={false}
        autoCapitalize="off"
        placeholder="https://shop.example"
        classNames={{ input: lines.code }}
        value={value}
        error={error}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {isOpen ? <p className={styles.open}>{t('settings.site.originsOpen')}</p> : null}
      <dl className={styles.forms}>
        <dt dir="ltr">https://shop.example</dt>
        <dd>{t('settings.site.originExact')}</dd>
        <dt dir="ltr">https://*.shop.example</dt>
        <dd>{t('settings.site.originWildcard')}</dd>
        <dt dir="ltr">null</dt>
        <dd>{t('settings.site.originNull')}</dd>
      </dl>
    </div>
  );
}
