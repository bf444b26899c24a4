import { httpUrl } from './http-url';
import { isOn } from './is-on';
import type { WidgetOptions } from './widget-options';

/**
 * The part of an address that may leave the page: no user, no password, and neither query nor fragment beyond what the
 * options let through. Undefined where it is not http or https, or no address at all.
 */
export function cleanUrl(
  address: string,
  base: string | undefined,
  options: WidgetOptions,
): string | undefined {
  try {
    const url = new URL((options.maskUrl || String)(String(new URL(address, base))));
    for (const name of [...url.searchParams.keys()])
      if (!options.params?.split(/[ ,]/).includes(name)) url.searchParams.delete(name);
    return httpUrl(url.origin + url.pathname + url.search + (isOn(options.hash) ? url.hash : ''));
  } catch {
    // Not an address, or none that maskUrl wants to be seen.
  }
}
