import assert from 'node:assert/strict';
import type { ConformanceCase } from './conformance-case';
import { exchange, JSON_TYPE } from './exchange';
import { REFUSALS, ROOTS, type Refusal } from './refusal-table';
import { roundTrip, WATCH, withConnected } from './socket-session';
import type { Target } from './target';

interface Refused {
  readonly codes: string[];
  readonly text: string;
}

/** Every document of the table, refused over HTTP and over WebSocket with the very same codes. */
export const REFUSAL_CASES: readonly ConformanceCase[] = REFUSALS.map((refusal) => ({
  title: `${refusal.title}: ${refusal.code}`,
  run: async (target) => {
    const overHttp = await askOverHttp(target, refusal);
    const overSocket = await askOverSocket(target, refusal);
    for (const { codes, text } of [overHttp, overSocket]) {
      assert.ok(codes.includes(refusal.code), `expected ${refusal.code}, got ${codes.join() || 'no error'}`);
      assert.doesNotMatch(text, /Did you mean|call stack/);
      assert.ok(text.length < 10_000, `expected a short answer, got ${text.length} characters`);
    }
    assert.deepEqual(overSocket.codes, overHttp.codes);
  },
}));

async function askOverHttp(target: Target, refusal: Refusal): Promise<Refused> {
  const { document, variables, operationName, status } = refusal;
  const headers = { ...JSON_TYPE, authorization: `Bearer ${target.apiKey}` };
  const body = JSON.stringify({ query: document(ROOTS.HTTP), variables, operationName });
  const answer = await exchange(target, { method: 'POST', headers, body });
  assert.equal(answer.status, status);
  return answer;
}

async function askOverSocket(target: Target, refusal: Refusal): Promise<Refused> {
  const { document, variables, operationName } = refusal;
  let refused: Refused | undefined;
  await withConnected(target, async (socket) => {
    socket.subscribe('good', WATCH);
    await socket.next('next', 'good');
    const payload = { query: document(ROOTS.WebSocket), variables, operationName };
    socket.send({ id: 'bad', type: 'subscribe', payload });
    const message = await socket.nextOf(['error', 'next'], 'bad');
    // What went wrong before anything was executed may come as a result as well, which then is the only one.
    const isResult = message.type === 'next';
    if (isResult) await socket.next('complete', 'bad');
    const errors = (isResult ? message.payload.errors : message.payload) as {
      extensions: { code: string };
    }[];
    await roundTrip(socket);
    assert.deepEqual(socket.unread('bad'), []);
    // Whoever visits the site meanwhile is told of; the other subscription only may not have ended.
    assert.ok(socket.unread('good').every(({ type }) => type === 'next'));
    const codes = [...new Set(errors.map(({ extensions }) => extensions.code))];
    refused = { codes, text: JSON.stringify(errors) };
  });
  return refused!;
}
