import { deviceName } from './device-name';

const VERSION = / \d[\d.]*$/;

/** Browser and system without their versions, for a narrow column; null when neither is known. */
export function briefDevice(device: Parameters<typeof deviceName>[0]): string | null {
  const brief = (name: string | null): string | null => name?.replace(VERSION, '') ?? null;
  return device && deviceName({ browser: brief(device.browser), os: brief(device.os) });
}
