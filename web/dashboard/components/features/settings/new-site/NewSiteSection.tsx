import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { CREATE_SITE } from '../documents/create-site';
import { fieldProblem } from '../field-problem';
import form from '../parts/Form.module.css';
import { Problem } from '../parts/Problem';
import { SettingsCard } from '../parts/SettingsCard';
import { settingsHref } from '../settings-href';
import { entriesOf } from '../site/entries-of';
import { OriginsField } from '../site/OriginsField';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';

const NOTHING = { name: '', origins: '' };

/** Another site, with its own key, visitors and agents. Once made, its install page opens. */
export function NewSiteSection({ onSitesChanged }: { readonly onSitesChanged: () => Promise<void> }) {
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState(NOTHING);
  const { isBusy, failure, problems, run } = useAct(CREATE_SITE, (data) => data.createSite);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const allowedOrigins = entriesOf(draft.origins).map((entry) => entry.text);
    const done = await run({ input: { name: draft.name, allowedOrigins } });
    if (!done?.site) return;
    await onSitesChanged();
    navigate(settingsHref('install', done.site.id));
  };
  const nameProblem = fieldProblem(problems, 'name', {
    REQUIRED: 'settings.problem.siteName',
    TOO_LONG: 'settings.problem.tooLong',
  });
  return (
    <SettingsCard title={t('settings.newSite')} lead={t('settings.newSite.lead')}>
      <form className={form.form} onSubmit={(event) => void make(event)}>
        <TextInput
          label={t('settings.site.name')}
          required
          withAsterisk={false}
          autoComplete="off"
          value={draft.name}
          error={nameProblem && t(nameProblem)}
          onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
        />
        <OriginsField
          value={draft.origins}
          problems={problems}
          onChange={(origins) => setDraft({ ...draft, origins })}
        />
        <Problem text={failure && t(failure)} />
        <div className={form.actions}>
          <Button type="submit" loading={isBusy}>
            {t('settings.newSite.submit')}
          </Button>
        </div>
      </form>
    </SettingsCard>
  );
}
