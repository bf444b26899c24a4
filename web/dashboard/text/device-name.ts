import { plainText } from './plain-text';

/** Browser and system in one line, such as "Chrome · macOS"; null when neither is known. */
export function deviceName(
  device: { readonly browser: string | null; readonly os: string | null } | null,
): string | null {
  const parts = [device?.browser, device?.os].flatMap((part) => (part ? [plainText(part)] : []));
  return parts.length > 0 ? parts.join(' · ') : null;
}
