import Bowser from 'bowser';
import { isbot } from 'isbot';
import type { Device } from '../visitors/device';
import { DeviceKind } from '../visitors/device-kind';

const KINDS: Readonly<Record<string, DeviceKind>> = {
  desktop: DeviceKind.DESKTOP,
  mobile: DeviceKind.MOBILE,
  tablet: DeviceKind.TABLET,
};

/** What a User-Agent header says about the device; null when there is no header. */
export function detectDevice(userAgent: string | null): Device | null {
  if (!userAgent) return null;
  const { browser, os, platform } = Bowser.parse(userAgent);
  const version = browser.version?.split('.')[0];
  return {
    browser: browser.name ? [browser.name, version].filter(Boolean).join(' ') : null,
    os: os.name ?? null,
    kind: KINDS[platform.type ?? ''] ?? DeviceKind.UNKNOWN,
    isBot: isbot(userAgent),
  };
}
