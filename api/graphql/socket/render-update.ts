import { execute, type ExecutionArgs } from 'graphql';
import type { ApiContext } from '../context';
import { formatErrors, type FormatError } from '../format-error';
import type { UpdateDraft } from '../hub/update-draft';
import { requestIds } from '../../request-id';

export interface RenderParts {
  /** A context that nobody used before: what was loaded for the last event is no longer true. */
  readonly freshContext: () => ApiContext;
  readonly formatError: FormatError;
}

/** Executes a subscription's selection on one update; the answer as JSON, fit to leave the house. */
export async function renderUpdate(
  draft: UpdateDraft,
  operation: ExecutionArgs,
  { freshContext, formatError }: RenderParts,
): Promise<string> {
  const contextValue = freshContext();
  const { data, errors } = await execute({ ...operation, rootValue: draft, contextValue });
  if (!errors) return JSON.stringify({ data });
  const told = requestIds.run(contextValue.requestId, () => formatErrors(formatError, errors));
  return JSON.stringify({ data, errors: told });
}
