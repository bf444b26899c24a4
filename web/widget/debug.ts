import { networkReasons } from './network-reasons';
import type { PorchlightApi, WidgetState } from './porchlight-api';
import { reasonsFor } from './reasons';
import type { WidgetOptions } from './widget-options';

const LAST_CALLS = 10;

/** What `porchlight.debug()` prints, and resolves to. */
export interface Report {
  readonly state: WidgetState;
  readonly options: WidgetOptions;
  readonly api: string;
  /** Whether the browser keeps a token of the visitor, and what the visitor answered when asked; never the token. */
  readonly stored: { readonly hasToken: boolean; readonly consent: string };
  /** The newest calls as the browser noted them: when (ms since the page began), how long, and the status where it is told. */
  readonly calls: readonly { readonly atMs: number; readonly tookMs: number; readonly status: number }[];
  readonly problem: unknown;
  readonly reasons: readonly string[];
}

/** Prints what the widget of this page knows, and what may keep it from being live. */
export default function debug(options: WidgetOptions, api: PorchlightApi, problem: unknown): Report {
  // This part comes from where the script does.
  const url = new URL(options.api || '/graphql', import.meta.url);
  const [consent = '', token = ''] = stored().split(' ');
  const calls = performance.getEntriesByName(url.href).slice(-LAST_CALLS) as PerformanceResourceTiming[];
  const unheard = problem instanceof Error ? networkReasons(new URL(location.href), url) : [];
  const report: Report = {
    state: api.state,
    options: { ...options },
    api: url.href,
    stored: { hasToken: token !== '', consent: { '1': 'given', '0': 'refused' }[consent] ?? 'not asked' },
    calls: calls.map(({ startTime, duration, responseStatus }) => ({
      atMs: Math.round(startTime),
      tookMs: Math.round(duration),
      status: responseStatus,
    })),
    problem: problem instanceof Error ? problem.message : problem,
    reasons: api.state === 'live' && !problem ? [] : [...reasonsFor(options, consent, problem), ...unheard],
  };
  console.info('porchlight:', report);
  for (const reason of report.reasons) console.info(`porchlight: ${reason}`);
  return report;
}

function stored(): string {
  try {
    return (localStorage.porchlight as string | undefined) ?? '';
  } catch {
    return '';
  }
}
