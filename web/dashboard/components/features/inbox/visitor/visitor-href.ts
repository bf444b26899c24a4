/** The address of a visitor's panel, within the dashboard. */
export function visitorHref(visitorId: string): string {
  return `/v/${encodeURIComponent(visitorId)}`;
}
