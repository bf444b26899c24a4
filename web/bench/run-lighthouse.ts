import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { chromiumPath } from '../e2e/open-chromium';

/** Of the registry, and not among our packages: nothing else needs its 185 MB. */
const LIGHTHOUSE = 'lighthouse@12.8.2';
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;
const SHOWN = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
];

export interface LighthouseRun {
  /** By category, 0 to 100. */
  readonly scores: Readonly<Record<string, number>>;
  /** By audit, as Lighthouse writes them. */
  readonly figures: Readonly<Record<string, string>>;
  /** What lost points of accessibility and best practices, and the first element it was found at. */
  readonly faults: readonly string[];
}

interface Report {
  readonly categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  readonly audits: Record<string, Audit>;
}

interface Audit {
  readonly score: number | null;
  readonly title: string;
  readonly displayValue?: string;
  readonly details?: { readonly items?: readonly { readonly node?: { readonly snippet: string } }[] };
}

/** One run over a page, as the signed-in agent of the cookie. Rejects with what Lighthouse said when it fails. */
export async function runLighthouse(
  url: string,
  { cookie, isDesktop }: { readonly cookie?: string; readonly isDesktop: boolean },
): Promise<LighthouseRun> {
  const options = [
    '--output=json',
    '--quiet',
    '--only-categories=performance,accessibility,best-practices',
    '--chrome-flags=--headless=new --no-sandbox',
    ...(isDesktop ? ['--preset=desktop'] : []),
    ...(cookie ? [`--extra-headers=${JSON.stringify({ cookie })}`] : []),
  ];
  const { stdout } = await promisify(execFile)('npx', ['--yes', LIGHTHOUSE, url, ...options], {
    env: { ...process.env, CHROME_PATH: chromiumPath() },
    maxBuffer: LARGEST_REPORT_BYTES,
  });
  const { categories, audits } = JSON.parse(stdout) as Report;
  const faults = ['accessibility', 'best-practices']
    .flatMap((id) => categories[id]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && audits[id]!.score < 1)
    .map(({ id }) => [audits[id]!.title, audits[id]!.details?.items?.[0]?.node?.snippet ?? ''].join(' '));
  return {
    scores: Object.fromEntries(
      Object.entries(categories).map(([id, { score }]) => [id, Math.round((score ?? 0) * 100)]),
    ),
    figures: Object.fromEntries(SHOWN.map((id) => [id, audits[id]?.displayValue ?? ''])),
    faults,
  };
}
