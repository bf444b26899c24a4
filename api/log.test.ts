import { createLog } from './log';

function linesOf(
  write: (log: ReturnType<typeof createLog>) => void,
  level = 'info',
): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('writes one JSON line with level, time and event name', () => {
    const [line] = linesOf((log) => log.warn({ visitors: 3 }, 'presence_unreadable'));

    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      visitors: 3,
      event: 'presence_unreadable',
    });
  });

  it('keeps credentials and personal data out, at every depth a request has', () => {
    const [line] = linesOf((log) =>
      log.info(
        {
          email: 'grace@example.org',
          headers: { authorization: 'Bearer hunter2', cookie: 'sid=hunter2', 'set-cookie': 'hunter2' },
          request: {
            body: { input: { password: 'hunter2', token: 'hunter2', traits: { plan: 'hunter2' } } },
          },
          identify: { signature: 'hunter2', visitorToken: 'hunter2' },
        },
        'request_failed',
      ),
    );

    expect(JSON.stringify(line)).not.toMatch(/hunter2|grace@/);
    expect(line).toMatchObject({ headers: { authorization: '[redacted]' } });
  });

  it('shows an error with its stack, but not the values of the statement that failed', () => {
    const failed = Object.assign(new Error('duplicate key'), {
      parameters: ['grace@example.org'],
      detail: 'Key (email)=(grace@example.org) already exists.',
      driverError: { detail: 'grace@example.org' },
    });

    const [line] = linesOf((log) => log.error({ err: failed }, 'unexpected'));

    expect(line).toMatchObject({
      err: { message: 'duplicate key', stack: expect.stringContaining('log.test') as string },
    });
    expect(JSON.stringify(line)).not.toContain('grace@');
  });

  it('leaves out what is below its level', () => {
    expect(linesOf((log) => log.info('started'), 'warn')).toEqual([]);
    expect(linesOf((log) => log.error('broken'), 'silent')).toEqual([]);
  });
});
