import type { WidgetRelease } from './widget-release';

/** Asks the server for its release of the widget; null when it cannot say. */
export async function readWidgetRelease(signal: AbortSignal): Promise<WidgetRelease | null> {
  try {
    const response = await fetch('/w.json', { signal });
    const { path, integrity } = (await response.json()) as Partial<WidgetRelease>;
    return typeof path === 'string' && typeof integrity === 'string' ? { path, integrity } : null;
  } catch {
    return null; // no such file, or no server: the page is complete without it
  }
}
