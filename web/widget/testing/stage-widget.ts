import watchHistory from '../history';
import { runWidget } from '../presence-session';
import type { LoadPart } from '../load-part';
import type { EarlyCall, PorchlightApi } from '../porchlight-api';
import type { WidgetOptions } from '../widget-options';

/** One call as the server saw it. */
export interface SeenCall {
  readonly operation: string;
  readonly query: string;
  readonly input: Record<string, unknown>;
  readonly request: RequestInit;
  readonly url: string;
  readonly atMs: number;
}

/** How the server answers: a body and a status, or an error for a network that is down, or a promise that hangs. */
export type Reply = { status?: number; body: unknown; retryAfter?: string } | Error | Promise<never>;

export interface Stage {
  readonly calls: SeenCall[];
  /** The calls since the last look. */
  fresh(): SeenCall[];
  readonly api: PorchlightApi;
  /** Decides what the server says from now on; nothing given: {@link accept}. */
  answer(reply?: (call: SeenCall) => Reply): void;
  show(): void;
  hide(): void;
  /** Moves the clock, awaiting what it sets off. */
  pass(ms: number): Promise<void>;
  fire(name: string, more?: object): void;
}

/** What a healthy server answers. */
export function accept({ operation, input }: SeenCall, nextHeartbeatSeconds?: number): Reply {
  const seconds = nextHeartbeatSeconds ?? (input.isVisible === false ? 55 : 20);
  const token = operation === 'identify' ? { visitorToken: input.visitorToken ?? 'token-1' } : {};
  const next = operation === 'disconnect' ? {} : { nextHeartbeatSeconds: seconds };
  return { body: { data: { r: { ...token, ...next, userErrors: [] } } } };
}

/** What a server answers that found something to mend. */
export function refuse(code: string): Reply {
  return { body: { data: { r: { userErrors: [{ code }] } } } };
}

// This document knows no Navigation API.
const loadPart: LoadPart = (name, ...given) => {
  if (name === 'history') watchHistory(given[0] as () => void);
  return Promise.resolve();
};

/** Runs the widget in this document before a server made by the test; the clock is the test's. Await it: the first call is out. */
export async function stageWidget({
  options = {},
  early,
  isHidden = false,
  path = '/start',
}: {
  options?: WidgetOptions;
  early?: EarlyCall[];
  isHidden?: boolean;
  path?: string;
} = {}): Promise<Stage> {
  history.replaceState(null, '', path);
  const calls: SeenCall[] = [];
  let looked = 0;
  let reply: (call: SeenCall) => Reply = accept;
  let hidden = isHidden;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  Object.defineProperty(document, 'visibilityState', {
    configurable: true,
    get: () => (hidden ? 'hidden' : 'visible'),
  });
  window.fetch = async (address, request = {}) => {
    const { query, variables } = JSON.parse(request.body as string) as {
      query: string;
      variables: { i: object };
    };
    const operation = /\{r:(\w+)/.exec(query)?.[1] ?? '';
    const input = variables.i as Record<string, unknown>;
    const call = { operation, query, input, request, url: (address as URL).href, atMs: performance.now() };
    calls.push(call);
    const said = await reply(call);
    if (said instanceof Error) throw said;
    const text = typeof said.body === 'string' ? said.body : JSON.stringify(said.body);
    return {
      headers: { get: () => said.retryAfter ?? null },
      json: () => Promise.resolve(text).then(JSON.parse),
    } as unknown as Response;
  };
  window.porchlight = early;
  runWidget('https://porch.example/w.js', { site: 'site-key', ...options }, loadPart);
  const stage: Stage = {
    calls,
    fresh: () => calls.slice(looked, (looked = calls.length)),
    get api() {
      return window.porchlight as PorchlightApi;
    },
    answer: (next = accept) => void (reply = next),
    show() {
      hidden = false;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    hide() {
      hidden = true;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    },
    pass: async (ms) => void (await jest.advanceTimersByTimeAsync(ms)),
    fire: (name, more) => void window.dispatchEvent(Object.assign(new Event(name), more)),
  };
  await stage.pass(0);
  return stage;
}
