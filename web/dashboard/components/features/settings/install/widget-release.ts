/** What is served now, under a name whose content never changes. */
export interface WidgetRelease {
  /** Within the server, such as "/w/1.2.3.js". */
  readonly path: string;
  /** For the attribute of that name. */
  readonly integrity: string;
}
