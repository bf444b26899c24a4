import { callApi, type Operation } from './call-api';
import { cleanUrl } from './clean-url';
import { guard } from './guard';
import { heartbeatDelayMs } from './heartbeat-delay-ms';
import { personInput, type PersonInput } from './person-input';
import type { PorchlightApi } from './porchlight-api';
import { randomTabId } from './random-tab-id';
import { retryDelayMs } from './retry-delay-ms';
import { SETTLE_MS } from './settle-ms';
import type { WidgetState } from './widget-state';

const STORAGE_KEY = 'porchlight';
const MIN_GAP_MS = 1_000;
/** A call without an answer for that long has failed. A beat, this wait and a first retry fit into one session TTL. */
const NO_ANSWER_MS = 10_000;
const MAX_TITLE_LENGTH = 300;
const DEFAULT_HEARTBEAT_SECONDS = 20;

/** What the page tells the session: the name of an event, or nothing in particular, and how long it can wait. */
type React = (eventName?: string, delayMs?: number) => void;

/**
 * The conversation of one tab with the server: the API for the site, and what to call when something happens to the
 * page. There is no queue: each call says what is true when it is sent, the newest call counts, and a call that fails
 * is followed by one with what is true then. Silent until {@link React} finds the page in view.
 */
export function createPresenceSession({
  src,
  dataset,
}: HTMLScriptElement): [api: PorchlightApi, react: React] {
  const apiUrl = new URL(dataset.api || '/graphql', src);
  let state: WidgetState = 'idle';
  let isSilent = true;
  let tabId: string | undefined;
  let token: string | undefined;
  let person: PersonInput | undefined;
  let personText: string;
  let mustIdentify: boolean;
  /** Also the `seq` of the contract. */
  let newestCall = 0;
  let failures: number;
  let addressBar: string | undefined;
  let url: string | undefined;
  let saidUrl: string | undefined;
  let saidVisible: boolean;
  let timer: ReturnType<typeof setTimeout>;
  /** When the timer rings. 0 while nothing may be brought forward: silent, or waiting for an identify to be answered. */
  let dueAt = 0;
  let notBefore: number;

  // Not Date: a clock that is set back must not silence us.
  const now = (): number => performance.now();
  const isVisible = (): boolean => !document.hidden;
  const clean = guard((address: string, base?: string) => cleanUrl(address, base, dataset));

  function hasNews(): boolean {
    const here = clean(location.href);
    if (here !== addressBar) url = addressBar = here;
    return url !== saidUrl || saidVisible !== isVisible();
  }

  function plan(delayMs: number, run: () => void): void {
    clearTimeout(timer);
    dueAt = now() + delayMs;
    timer = setTimeout(guard(run), delayMs);
  }

  function soon(delayMs = 0): void {
    const at = Math.max(now() + delayMs, notBefore);
    if (at < dueAt) plan(at - now(), speak);
  }

  function remember(next?: string): void {
    token = next;
    // Where storage is blocked the token lives as long as the page.
    guard(() => (next ? (localStorage[STORAGE_KEY] = next) : delete localStorage[STORAGE_KEY]))();
  }

  function send(operation: Operation, fields: string, more?: object) {
    return callApi(apiUrl, operation, fields, { visitorToken: token, tabId, seq: ++newestCall, ...more });
  }

  function speak(): void {
    hasNews();
    const visible = isVisible();
    const introduction = mustIdentify && {
      siteKey: dataset.site,
      locale: navigator.language,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...person,
    };
    const isPageView = !introduction && url && url !== saidUrl;
    saidUrl = url;
    if (!isPageView) saidVisible = visible;
    notBefore = now() + MIN_GAP_MS;
    plan(NO_ANSWER_MS, fail);
    if (introduction) {
      mustIdentify = false;
      dueAt = 0;
      // Another tab may have renewed it.
      token = guard(() => localStorage[STORAGE_KEY] as string)() || token;
    }
    const answer = send(
      introduction ? 'identify' : isPageView ? 'recordPageView' : 'heartbeat',
      (introduction ? 'visitorToken ' : '') + 'nextHeartbeatSeconds ',
      {
        page: url && {
          url,
          title: document.title.slice(0, MAX_TITLE_LENGTH),
          referrer: clean(document.referrer),
        },
        isVisible: isPageView ? undefined : visible,
        ...introduction,
      },
    );
    const number = newestCall;

    function fail(retryAfterMs?: number): void {
      if (number !== newestCall) return;
      state = 'retrying';
      if (introduction) mustIdentify = true;
      const delayMs = retryDelayMs(failures++);
      plan(retryAfterMs || delayMs, speak);
      notBefore = dueAt;
    }

    answer
      .then(([payload, code, retryAfterMs]) => {
        if (number !== newestCall) return;
        if (payload?.visitorToken) remember(payload.visitorToken);
        if (!code) {
          state = 'live';
          failures = 0;
          plan(heartbeatDelayMs(payload?.nextHeartbeatSeconds || DEFAULT_HEARTBEAT_SECONDS, visible), speak);
          if (hasNews() || mustIdentify) soon();
          return;
        }
        if (code === 'SESSION_ENDED') renewTab();
        else if (/^VISITOR/.test(code)) {
          // Said of a heartbeat, it is for identify to find out whether the visitor is still known by it.
          if (introduction) remember();
          // Erased: nobody may follow them under another name either.
          if (/_F/.test(code)) return stop();
        } else if (/^(BAD|ID|INV|REQ|TOO|SITE_U|ORIG)/.test(code)) {
          // Final, unless it may be the person that was refused: then the visitor goes on without a name.
          if (!introduction || !person) return stop();
          person = undefined;
        } else return fail(retryAfterMs);
        mustIdentify = true;
        // Mended, so at once; but the second time in a row with patience.
        fail(failures ? 0 : 1);
      })
      .catch(() => fail());
  }

  function renewTab(): void {
    tabId = randomTabId();
    notBefore = 0;
    mustIdentify = true;
  }

  function start(): void {
    isSilent = false;
    failures = 0;
    renewTab();
    speak();
  }

  function leave(): void {
    if (!isSilent && token) send('disconnect', '').catch(() => undefined);
    isSilent = true;
    // Answers that are still under way no longer matter.
    newestCall++;
    dueAt = 0;
    clearTimeout(timer);
  }

  function stop(): void {
    leave();
    state = 'stopped';
  }

  function forget(next?: PersonInput): void {
    const wasSilent = isSilent;
    leave();
    remember();
    person = next;
    personText = '';
    if (!wasSilent) start();
  }

  const api: PorchlightApi = {
    get state() {
      return state;
    },
    identify: guard((next) => {
      const text = personInput(next);
      if (text === personText) return;
      const input = JSON.parse(text) as PersonInput;
      if (person?.externalId && input.externalId && input.externalId !== person.externalId) forget(input);
      else {
        person = { ...person, ...input };
        mustIdentify = true;
        soon();
      }
      personText = text;
    }),
    page: guard((address = '') => {
      hasNews();
      url = clean(address, location.href);
      saidUrl = '';
      soon(SETTLE_MS);
    }),
    reset: guard(() => forget()),
    shutdown: guard(stop),
    push: guard(([name, ...given]) => (api[name] as (...given: unknown[]) => void)(...given)),
  };

  const react = guard<Parameters<React>, void>((eventName = '', delayMs) => {
    if (eventName === 'pagehide') leave();
    else if (isSilent) {
      // After a goodbye only the back-forward cache brings the page back, whatever else is still heard.
      if ((!tabId || eventName === 'pageshow') && isVisible() && state !== 'stopped') start();
    } else if (/^(online|resume)/.test(eventName)) {
      notBefore = 0;
      soon();
    } else if (hasNews()) soon(delayMs);
  });

  return [api, react];
}
