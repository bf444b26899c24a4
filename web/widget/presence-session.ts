import { cleanUrl } from './clean-url';
import { heartbeatDelayMs } from './heartbeat-delay-ms';
import { isWelcome } from './is-welcome';
import type { LoadPart } from './load-part';
import { patienceMs } from './patience-ms';
import { personInput, type PersonInput } from './person-input';
import type { EarlyCall, PorchlightApi, WidgetState } from './porchlight-api';
import { timeZone } from './time-zone';
import type { ServerAnswer, ServerError, ServerPayload } from './server-answer';
import type { WidgetOptions } from './widget-options';

const MIN_GAP_MS = 1_000;
/** After a change of the address the page gets this long to set its title. */
const SETTLE_MS = 120;
const MAX_TITLE_LENGTH = 300;

/**
 * The conversation of one page load with the server: the API for the site, and what to call when something happens to
 * the page. There is no queue: each call says what is true when it is sent, the newest call counts, and a call that
 * fails is followed by one with what is true then.
 */
export function runWidget(src: string, options: WidgetOptions, loadPart: LoadPart): void {
  const early = window.porchlight as (EarlyCall[] & Partial<PorchlightApi>) | undefined;
  if (early?.init) return early.init(options);
  let isRunning: boolean | undefined;
  let hasWarned: boolean | undefined;
  /** Set while the page is seen, or was and is still there. */
  let tabId: string | undefined;
  let token = '';
  let consent = '';
  let person: PersonInput | null = null;
  let personText: string | undefined;
  /** Identify is due until the answer to a call with this number or a higher one. 0: it is not. */
  let identifyFrom: number;
  /** Number of the newest call; also the `seq` of the contract. */
  let newestCall = 0;
  let failures: number;
  let addressBar: string | undefined;
  let url: string | undefined;
  let saidUrl: string | undefined;
  let saidHidden: boolean;
  let timer: ReturnType<typeof setTimeout>;
  /** When the timer rings. 0 while nothing may be brought forward: an identify waits for its answer. */
  let dueAt = 0;
  let notBefore: number;
  let problem: unknown;

  // Not Date: a clock that is set back must not silence us.
  const now = (): number => performance.now();
  const clean = (address: string, base?: string) => cleanUrl(address, base, options);

  const tell = (state: WidgetState): void => {
    if (api.state === state) return;
    (api as { state: WidgetState }).state = state;
    dispatchEvent(new Event('porchlight:state'));
  };

  const hasNews = (): boolean => {
    const here = clean(location.href);
    if (here !== addressBar) url = addressBar = here;
    return url !== saidUrl || saidHidden !== document.hidden;
  };

  const plan = (atMs: number): void => {
    clearTimeout(timer);
    dueAt = atMs;
    timer = setTimeout(speak, atMs - now());
  };

  const soon = (delayMs = 0): void => {
    const atMs = Math.max(now() + delayMs, notBefore);
    if (atMs < dueAt) plan(atMs);
  };

  // Another tab may have changed it since. Where storage is blocked it lives as long as the page. That there is none yet
  // is not left to an exception: those cost a slow page milliseconds.
  const recall = (): void => {
    try {
      [consent, token] = ((localStorage.porchlight as string | undefined)?.split(' ') || [
        consent,
        token,
      ]) as [string, string];
    } catch {
      // Nothing is kept, or may be.
    }
  };

  const keep = (next: string): void => {
    token = next;
    try {
      localStorage.porchlight = consent + ' ' + token;
    } catch {
      // Blocked or full.
    }
  };

  const mayRun = (): boolean => {
    recall();
    return isWelcome(options, consent);
  };

  const speak = (async (isGoodbye) => {
    if (!tabId) return;
    const number = ++newestCall;
    const introduces = !isGoodbye && identifyFrom;
    let operation = 'DisconnectInput!){r:disconnect(input:$i){';
    let said: object | undefined;
    let patience: number;
    let retryAfterMs: number | undefined;
    let payload: ServerPayload | null | undefined;
    let error: ServerError | undefined;
    let code: unknown;
    if (!isGoodbye) {
      hasNews();
      if (introduces && !mayRun()) return stop();
      const isPageView = !introduces && url && url !== saidUrl;
      operation = introduces
        ? 'IdentifyInput!){r:identify(input:$i){nextHeartbeatSeconds visitorToken '
        : isPageView
          ? 'RecordPageViewInput!){r:recordPageView(input:$i){nextHeartbeatSeconds '
          : 'HeartbeatInput!){r:heartbeat(input:$i){nextHeartbeatSeconds ';
      saidUrl = url;
      if (!isPageView) saidHidden = document.hidden;
      said = {
        page: url && {
          url,
          title: document.title.slice(0, MAX_TITLE_LENGTH),
          referrer: document.referrer ? clean(document.referrer) : undefined,
        },
        isVisible: isPageView ? undefined : !saidHidden,
        ...(introduces && {
          siteKey: options.site,
          locale: navigator.language,
          timeZone: timeZone(),
          ...person,
        }),
      };
      patience = patienceMs(failures++);
      // Without an answer by then the call has failed: a heartbeat, this wait and a first retry fit into one session TTL.
      plan(now() + patience * 2);
      notBefore = now() + MIN_GAP_MS;
      if (introduces) dueAt = 0;
    }
    try {
      const response = await fetch(new URL(options.api || '/graphql', src), {
        method: 'POST',
        credentials: 'omit',
        // It outlives the page.
        keepalive: true,
        // No other header: one preflight serves all calls.
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `mutation($i:${operation}userErrors{code}}}`,
          variables: { i: { visitorToken: token || null, tabId, seq: number, ...said } },
        }),
      });
      // Read first: a proxy may answer with a page of its own, and its Retry-After still counts.
      retryAfterMs = 1000 * (response.headers.get('retry-after') as unknown as number);
      const { data, errors } = (await response.json()) as ServerAnswer;
      payload = data?.r;
      [error] = payload?.userErrors || errors;
      code = error?.code || error?.extensions!.code;
    } catch (failure) {
      code = failure;
    }
    if (number !== newestCall) return;
    if (code) {
      problem = code;
      // The caller's to mend. It is for identify to find out whether it can be.
      if (error?.code || /^BAD/.test(code as string)) {
        if (!introduces) renewTab();
        else if (/^VISITOR/.test(code as string)) {
          keep('');
          // Erased: nobody may follow them under another name either.
          if (/_F/.test(code as string)) return api.shutdown();
        } else if (person) person = null;
        else return api.shutdown();
        // Mended, so at once; but the second time in a row with patience.
        retryAfterMs = +(failures < 2);
      }
      tell('retrying');
      plan((notBefore = now() + (retryAfterMs || Math.random() * patience!)));
    } else {
      if (introduces) {
        keep(payload!.visitorToken);
        if (identifyFrom <= number) identifyFrom = 0;
      }
      failures = 0;
      tell('live');
      plan(now() + heartbeatDelayMs(payload!.nextHeartbeatSeconds));
      if (hasNews() || identifyFrom) soon();
    }
  }) as (isGoodbye?: boolean) => void;

  const renewTab = (): void => {
    // Not crypto.randomUUID: it is missing on plain-http pages.
    tabId = crypto.getRandomValues(new Uint32Array(4)).join('');
    notBefore = 0;
    identifyFrom = 1;
  };

  const leave = (): void => {
    if (token) speak(true);
    tabId = '';
    // Answers that are still under way no longer matter.
    newestCall++;
  };

  const stop = (): void => {
    leave();
    tell('stopped');
  };

  /** Something happened to the page: the event of that name, or else a new address. */
  const react = (eventName?: unknown): void => {
    if (eventName === 'pagehide') leave();
    else if (tabId) {
      if (/^[or]/.test(eventName as string)) {
        // "online" and "resume": what was planned belongs to another time.
        notBefore = 0;
        soon();
      } else if (hasNews()) soon(/^v/.test(eventName as string) ? 0 : SETTLE_MS);
    } else if (isRunning && !document.hidden) {
      if (mayRun()) {
        failures = 0;
        renewTab();
        plan(0);
      } else tell('stopped');
    }
  };

  const api: PorchlightApi = {
    state: 'idle',
    init(more) {
      if (isRunning) {
        hasWarned = hasWarned || !(console.warn('porchlight: second start') as unknown);
      } else {
        isRunning = true;
        options = { ...options, ...more };
        react();
      }
    },
    identify(next) {
      try {
        const text = personInput(next);
        if (text === personText) return;
        const input = JSON.parse(text) as PersonInput;
        // Somebody else brings nothing along of the one before; the server lets that one leave.
        person = { ...(input.externalId ? null : person), ...input };
        personText = text;
        identifyFrom = newestCall + 1;
        soon();
      } catch {
        // Nothing that could be sent.
      }
    },
    page(address = '') {
      hasNews();
      url = clean(address, addressBar);
      saidUrl = '';
      soon(SETTLE_MS);
    },
    consent(isGiven) {
      if (!isGiven) stop();
      consent = +!!isGiven + '';
      keep(isGiven ? token : '');
      react();
    },
    reset() {
      leave();
      if (token) keep('');
      person = null;
      personText = '';
      react();
    },
    shutdown() {
      stop();
      isRunning = false;
    },
    on(name, heard) {
      // As an event: what a listener throws is the page's, and does not stop us.
      addEventListener('porchlight:' + name, () => heard(api.state));
    },
    debug: () => loadPart('debug', options, api, problem),
    push(call) {
      try {
        const [name, ...given] = call;
        (api[name] as (...given: unknown[]) => void)(...given);
      } catch {
        // No such call.
      }
    },
  };
  recall();
  window.porchlight = api;
  // Capturing at the window hears those of the document too.
  for (const name of 'visibilitychange resume online pagehide pageshow'.split(' '))
    addEventListener(name, () => react(name), true);
  if (window.navigation) window.navigation.addEventListener('currententrychange', react);
  else void loadPart('history', react);
  // Anything may hold our name: an element with that id does.
  early?.forEach?.(api.push);
  if (!isRunning && options.site && options.auto !== 'false') api.init();
}
