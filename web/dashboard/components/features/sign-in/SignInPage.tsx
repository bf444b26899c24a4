import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { ColorSchemeSwitch } from '../../shell/ColorSchemeSwitch';
import { Lamp } from '../../shell/Lamp';
import styles from './SignInPage.module.css';
import { useSignIn } from './use-sign-in';

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
        <ColorSchemeSwitch />
      </div>
      <form className={styles.card} onSubmit={submit}>
        <Lamp />
        <div>
          <h1 className={styles.title}>Sign in</h1>
          <p className={styles.lead}>See who is on your site right now.</p>
        </div>
        {wasCutOff && problem === null ? (
          <Alert role="alert" className={styles.notice}>
            <b>You have been signed out.</b> Sign in again to keep watching.
          </Alert>
        ) : null}
        {problem ? (
          <Alert role="alert" color="red" className={styles.problem}>
            {problem}
          </Alert>
        ) : null}
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          size="md"
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
        />
        <Button type="submit" size="md" fullWidth loading={isBusy}>
          Sign in
        </Button>
      </form>
    </main>
  );
}

function textOf(field: FormDataEntryValue | null): string {
  return typeof field === 'string' ? field : '';
}
