import { createLog } from './log';
import { logRequest } from './log-request';
import { emptyNote } from './operation-note';

describe('how loudly a request is told', () => {
  const levelOf = (durationMs: number, ...codes: string[]) => {
    let line = '';
    const log = createLog('debug', { write: (text: string) => void (line = text) });
    const request = {
      ...emptyNote(),
      codes: new Set(codes),
      requestId: 'request-1',
      status: 200,
      durationMs,
    };
    logRequest(log, request);
    return (JSON.parse(line) as { level: string }).level;
  };

  it('what went well, and what callers do wrong, at debug', () => {
    expect(levelOf(1_999)).toBe('debug');
    expect(levelOf(5, 'UNAUTHENTICATED', 'RATE_LIMITED')).toBe('debug');
  });

  it('what was slow, and what is our fault, at info', () => {
    expect(levelOf(2_000)).toBe('info');
    expect(levelOf(5, 'INTERNAL_SERVER_ERROR')).toBe('info');
  });
});
