import { useState } from 'react';
import { useConnection } from '../../../connection/use-connection';
import { SIGN_IN } from '../../../documents/sign-in';
import { signInProblem } from './sign-in-problem';
import { t } from '../../../language/t';

export interface SignIn {
  readonly isBusy: boolean;
  /** Why the last try failed; null while there is nothing to say. */
  readonly problem: string | null;
  readonly signIn: (email: string, password: string) => Promise<void>;
}

/** Signs an agent in. Calls onSignedIn once the cookie is there. */
export function useSignIn(onSignedIn: () => void): SignIn {
  const { client } = useConnection();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const signIn = async (email: string, password: string): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      const { data } = await client.mutate({
        mutation: SIGN_IN,
        variables: { email: email.trim(), password },
        fetchPolicy: 'no-cache',
      });
      if (data?.login?.agent) onSignedIn();
      else setProblem(t('signIn.refused'));
    } catch (error) {
      setProblem(signInProblem(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, problem, signIn };
}
