import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { operationNotes } from '../operation-note';
import type { ApiContext } from './context';

const LONGEST_NAME = 64;
const HASH_DIGITS = 16;

/** Notes what is served, for the log and the metrics. */
export const operationNotePlugin: ApolloServerPlugin<ApiContext> = {
  contextCreationDidFail: ({ error }) => {
    noteCode(error instanceof GraphQLError ? error.extensions['code'] : undefined);
    return Promise.resolve();
  },
  requestDidStart: ({ contextValue }) => {
    const note = operationNotes.getStore();
    if (note) note.credential = contextValue.credential?.kind ?? 'NONE';
    return Promise.resolve({
      willSendResponse: ({ operation, operationName, queryHash, response: { body } }) => {
        if (!note) return Promise.resolve();
        note.type = operation?.operation ?? 'none';
        note.name = operationName?.slice(0, LONGEST_NAME) ?? null;
        note.hash = queryHash?.slice(0, HASH_DIGITS) ?? null;
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : [];
        for (const { extensions } of errors) noteCode(extensions?.['code']);
        return Promise.resolve();
      },
    });
  },
};

function noteCode(code: unknown): void {
  operationNotes.getStore()?.codes.add(typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR');
}
