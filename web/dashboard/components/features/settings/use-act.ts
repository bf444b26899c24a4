import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useState } from 'react';
import type { UserProblemFragment } from '../../../../generated/settings/graphql';
import { useConnection } from '../../../connection/use-connection';
import { actProblem } from './act-problem';
import type { MessageId } from '../../../language/catalogue';

export interface Act<Payload, Variables> {
  readonly isBusy: boolean;
  /** Why the last try came to nothing as a whole; null while there is nothing to say. */
  readonly failure: MessageId | null;
  /** What the agent has to mend; empty while there is nothing. */
  readonly problems: readonly UserProblemFragment[];
  /** The answer when it was done, null when it was not; then failure or problems say why. */
  readonly run: (variables: Variables) => Promise<Payload | null>;
  /** Forgets what went wrong. */
  readonly reset: () => void;
}

interface AnyPayload {
  readonly userErrors: readonly UserProblemFragment[];
}

/** A mutation with what the screen has to say about it. */
export function useAct<Data, Variables extends OperationVariables, Payload extends AnyPayload>(
  mutation: TypedDocumentNode<Data, Variables>,
  payloadOf: (data: Data) => Payload | null | undefined,
): Act<Payload, Variables> {
  const { client } = useConnection();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<MessageId | null>(null);
  const [problems, setProblems] = useState<readonly UserProblemFragment[]>([]);
  const reset = (): void => {
    setFailure(null);
    setProblems([]);
  };
  const run = async (variables: Variables): Promise<Payload | null> => {
    reset();
    setIsBusy(true);
    try {
      const { data } = await client.mutate<Data>({ mutation, variables });
      const payload = data ? payloadOf(data) : null;
      if (!payload) throw new Error('The server sent no answer.');
      setProblems(payload.userErrors);
      return payload.userErrors.length === 0 ? payload : null;
    } catch (error) {
      setFailure(actProblem(error));
      return null;
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, failure, problems, run, reset };
}
