import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { ColorSchemeSwitch } from '../../shell/ColorSchemeSwitch';
import { LanguageSwitch } from '../../shell/LanguageSwitch';
import { Lamp } from '../../shell/Lamp';
import styles from './SignInPage.module.css';
import { useSignIn } from './use-sign-in';
import { t } from '../../../language/t';

export interface SignInPageProps {
  /** True when the server ended the session while the agent was watching. */
  readonly wasCutOff: boolean;
  readonly onSignedIn: () => void;
}

/** The door for agents. */
export function SignInPage({ wasCutOff, onSignedIn }: SignInPageProps) {
  const { isBusy, problem, signIn } = useSignIn(onSignedIn);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    void signIn(textOf(fields.get('email')), textOf(fields.get('password')));
  };
  return (
    <main className={styles.page}>
      <div className={styles.theme}>
        <LanguageSwitch />
        <ColorSchemeSwitch />
      </div>
      <form className={styles.card} onSubmit={submit}>
        <Lamp />
        <div>
          <h1 className={styles.title}>{t('signIn.title')}</h1>
          <p className={styles.lead}>{t('signIn.lead')}</p>
        </div>
        {wasCutOff && problem === null ? (
          <Alert role="alert" className={styles.notice}>
            <b>{t('signIn.cutOff.title')}</b> {t('signIn.cutOff.text')}
          </Alert>
        ) : null}
        {problem ? (
          <Alert role="alert" color="red" className={styles.problem}>
            {problem}
          </Alert>
        ) : null}
        <TextInput
          label={t('signIn.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          size="md"
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          required
          withAsterisk={false}
          size="md"
        />
        <Button type="submit" size="md" fullWidth loading={isBusy}>
          {t('signIn.title')}
        </Button>
      </form>
    </main>
  );
}

function textOf(field: FormDataEntryValue | null): string {
  return typeof field === 'string' ? field : '';
}
