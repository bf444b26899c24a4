import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { ApiScope } from '../../../../../generated/settings/graphql';
import { useConnection } from '../../../../connection/use-connection';
import { CREATE_API_KEY } from '../documents/create-api-key';
import { fieldProblem } from '../field-problem';
import form from '../parts/Form.module.css';
import { Problem } from '../parts/Problem';
import { SecretDialog } from '../parts/SecretDialog';
import { SettingsCard } from '../parts/SettingsCard';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';
import { SCOPE_TEXTS } from './scope-texts';

const DAY_MS = 24 * 3_600_000;
/** Days a key may live; 0 is for ever. */
const LIVES = [30, 90, 365, 0] as const;
const NEW_KEY = { name: '', scopes: ['VISITORS_READ'], days: 90 };

export interface ApiKeyFormProps {
  readonly siteId: string;
  readonly onMade: () => void;
}

/** Makes a key for a program, and shows its secret once. */
export function ApiKeyForm({ siteId, onMade }: ApiKeyFormProps) {
  const { clock } = useConnection();
  const [draft, setDraft] = useState(NEW_KEY);
  const [secret, setSecret] = useState<string | null>(null);
  const { isBusy, failure, problems, run } = useAct(CREATE_API_KEY, (data) => data.createApiKey);
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { name, scopes, days } = draft;
    const expiresAt = days === 0 ? null : new Date(clock.nowMs() + days * DAY_MS).toISOString();
    const done = await run({ input: { siteId, name, scopes: scopes as ApiScope[], expiresAt } });
    if (!done?.secret) return;
    setSecret(done.secret);
    setDraft(NEW_KEY);
    onMade();
  };
  const nameProblem = fieldProblem(problems, 'name', {
    REQUIRED: 'settings.problem.keyName',
    TOO_LONG: 'settings.problem.tooLong',
  });
  const scopesProblem = fieldProblem(problems, 'scopes', { REQUIRED: 'settings.problem.scopes' });
  const expiryProblem = fieldProblem(problems, 'expiresAt', { INVALID: 'settings.problem.expiry' });
  return (
    <SettingsCard title={t('settings.newKey')} lead={t('settings.newKey.lead')}>
      <form className={form.form} onSubmit={(event) => void make(event)}>
        <TextInput
          label={t('settings.newKey.name')}
          description={t('settings.newKey.nameText')}
          required
          withAsterisk={false}
          autoComplete="off"
          value={draft.name}
          error={nameProblem && t(nameProblem)}
          onChange={({ currentTarget }) => setDraft({ ...draft, name: currentTarget.value })}
        />
        <Checkbox.Group
          label={t('settings.newKey.scopes')}
          value={draft.scopes}
          error={scopesProblem && t(scopesProblem)}
          onChange={(scopes) => setDraft({ ...draft, scopes })}
        >
          <div className={form.choices}>
            {Object.entries(SCOPE_TEXTS).map(([scope, { title, meaning }]) =>
              meaning ? (
                <Checkbox key={scope} value={scope} label={t(title)} description={t(meaning)} />
              ) : null,
            )}
          </div>
        </Checkbox.Group>
        <NativeSelect
          label={t('settings.newKey.life')}
          value={String(draft.days)}
          error={expiryProblem && t(expiryProblem)}
          onChange={({ currentTarget }) => setDraft({ ...draft, days: Number(currentTarget.value) })}
          data={LIVES.map((days) => ({
            value: String(days),
            label: days === 0 ? t('settings.newKey.forever') : t('settings.days', { days }),
          }))}
        />
        <Problem text={failure && t(failure)} />
        <div className={form.actions}>
          <Button type="submit" loading={isBusy}>
            {t('settings.newKey.submit')}
          </Button>
        </div>
      </form>
      <SecretDialog
        title={t('settings.newKey.made')}
        label={t('settings.newKey.secret')}
        secret={secret}
        onClose={() => setSecret(null)}
      >
        {t('settings.newKey.secretText')}
      </SecretDialog>
    </SettingsCard>
  );
}
