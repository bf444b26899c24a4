import type { SectionId } from './section-id';

/** The address of a section of a site's settings, within the dashboard; null leaves the choice to the settings. */
export function settingsHref(section: SectionId | null, siteId: string): string {
  return `/settings${section === null ? '' : `/${section}`}?site=${encodeURIComponent(siteId)}`;
}
