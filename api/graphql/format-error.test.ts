import { GraphQLError } from 'graphql';
import { createLog } from '../log';
import { createFormatError, formatErrors } from './format-error';
import { requestIds } from '../request-id';

describe('an error that leaves the house', () => {
  let events: Record<string, unknown>[];
  const format = createFormatError(
    createLog('debug', { write: (line) => events.push(JSON.parse(line) as Record<string, unknown>) }),
  );
  const told = (error: GraphQLError) => requestIds.run('request-1', () => formatErrors(format, [error])[0]!);

  beforeEach(() => {
    events = [];
  });

  it('says nothing of a bug, which the log tells with the same request', () => {
    const originalError = new Error('pw=hunter2 at 10.0.0.5');

    const answer = told(new GraphQLError(originalError.message, { originalError, path: ['visitors', 0] }));

    expect(answer).toEqual({
      message: 'Internal server error',
      path: ['visitors', 0],
      locations: undefined,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    });
    expect(events).toMatchObject([
      {
        level: 'error',
        event: 'operation_failed',
        requestId: 'request-1',
        err: { message: 'pw=hunter2 at 10.0.0.5' },
      },
    ]);
  });

  it('says nothing of an error whose code is on no list', () => {
    expect(
      told(new GraphQLError('secret', { extensions: { code: 'CUSTOM', detail: 'secret' } })),
    ).toMatchObject({
      message: 'Internal server error',
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    });
  });

  it('keeps text and code of a refusal, drops the rest of its extensions, and logs nothing', () => {
    const answer = told(
      new GraphQLError('No.', { extensions: { code: 'FORBIDDEN', http: { status: 200 }, stack: 'x' } }),
    );

    expect(answer).toMatchObject({ message: 'No.' });
    expect(answer.extensions).toEqual({ code: 'FORBIDDEN', requestId: 'request-1' });
    expect(events).toEqual([]);
  });

  it('is SERVICE_UNAVAILABLE, and a warning, when the database is away', () => {
    const originalError = Object.assign(new Error('connect ECONNREFUSED 10.0.0.5:5432'), {
      code: 'ECONNREFUSED',
    });

    const answer = told(new GraphQLError(originalError.message, { originalError }));

    expect(answer.extensions).toEqual({
      code: 'SERVICE_UNAVAILABLE',
      requestId: 'request-1',
      retryAfterSeconds: 5,
    });
    expect(answer.message).not.toContain('10.0.0.5');
    expect(events).toMatchObject([{ level: 'warn', event: 'database_away' }]);
  });
});
