import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { SiteSettingsFragment } from '../../../../../generated/settings/graphql';
import { UPDATE_SITE } from '../documents/update-site';
import { fieldProblem } from '../field-problem';
import { Problem } from '../parts/Problem';
import { SaveBar } from '../parts/SaveBar';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';
import { useUnsaved } from '../use-unsaved';
import { lineProblems } from './line-problems';
import { OriginsField } from './OriginsField';
import { siteChanges } from './site-changes';
import { siteDraft, type SiteDraft } from './site-draft';
import lines from '../parts/Lines.module.css';
import styles from './SiteForm.module.css';
import { VerificationField } from './VerificationField';

export interface SiteFormProps {
  readonly saved: SiteSettingsFragment;
  /** The site is called something else now. */
  readonly onNamed: () => Promise<void>;
}

/** The settings of a site. Nothing is in force before it is saved. */
export function SiteForm({ saved, onNamed }: SiteFormProps) {
  const before = siteDraft(saved);
  const [draft, setDraft] = useState(before);
  const [isSaved, setIsSaved] = useState(false);
  const { isBusy, failure, problems, run, reset } = useAct(UPDATE_SITE, (data) => data.updateSite);
  const changes = siteChanges(draft, before);
  const isDirty = Object.keys(changes).length > 0;
  useUnsaved(isDirty);

  const change = (part: Partial<SiteDraft>): void => {
    setDraft({ ...draft, ...part });
    setIsSaved(false);
  };
  const discard = (): void => {
    setDraft(before);
    reset();
  };
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await run({ input: { siteId: saved.id, ...changes } });
    if (!done?.site) return;
    setDraft(siteDraft(done.site));
    setIsSaved(true);
    if (changes.name !== undefined) await onNamed();
  };

  const nameProblem = fieldProblem(problems, 'name', {
    REQUIRED: 'settings.problem.siteName',
    TOO_LONG: 'settings.problem.tooLong',
  });
  const graceProblem = fieldProblem(problems, 'goodbyeGraceSeconds', { INVALID: 'settings.problem.grace' });
  const retentionProblem = fieldProblem(problems, 'retentionDays', { INVALID: 'settings.problem.retention' });
  const badParameters = lineProblems(problems, 'keptUrlParameters', draft.parameters);
  const parametersProblem = fieldProblem(problems, 'keptUrlParameters', {
    TOO_MANY: 'settings.problem.parameters',
  });
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextInput
        label={t('settings.site.name')}
        value={draft.name}
        error={nameProblem && t(nameProblem)}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <OriginsField value={draft.origins} problems={problems} onChange={(origins) => change({ origins })} />
      <VerificationField
        value={draft.identityVerification}
        onChange={(identityVerification) => change({ identityVerification })}
      />
      <Textarea
        label={t('settings.site.parameters')}
        description={t('settings.site.parametersText')}
        autosize={false}
        rows={3}
        spellCheck={false}
        classNames={{ input: lines.code }}
        value={draft.parameters}
        error={
          badParameters.length > 0
            ? badParameters.map(({ line, text: entry }) => (
                <span key={line} className={lines.line}>
                  {t('settings.problem.parameterLine', { line, entry })}
                </span>
              ))
            : parametersProblem && t(parametersProblem)
        }
        onChange={({ currentTarget }) => change({ parameters: currentTarget.value })}
      />
      <Checkbox
        label={t('settings.site.fragment')}
        description={t('settings.site.fragmentText')}
        checked={draft.keepsUrlFragment}
        onChange={({ currentTarget }) => change({ keepsUrlFragment: currentTarget.checked })}
      />
      <TextInput
        className={styles.number}
        type="number"
        min={0}
        max={30}
        step={1}
        required
        withAsterisk={false}
        label={t('settings.site.grace')}
        description={t('settings.site.graceText')}
        value={draft.graceSeconds}
        error={graceProblem && t(graceProblem)}
        onChange={({ currentTarget }) => change({ graceSeconds: currentTarget.value })}
      />
      <TextInput
        className={styles.number}
        type="number"
        min={1}
        max={3650}
        step={1}
        required
        withAsterisk={false}
        label={t('settings.site.retention')}
        description={t('settings.site.retentionText')}
        value={draft.retentionDays}
        error={retentionProblem && t(retentionProblem)}
        onChange={({ currentTarget }) => change({ retentionDays: currentTarget.value })}
      />
      <Problem text={failure && t(failure)} />
      <SaveBar isDirty={isDirty} isSaved={isSaved} isBusy={isBusy} onDiscard={discard} />
    </form>
  );
}
