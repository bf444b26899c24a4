/** What a site may tell about the person in front of it. */
export interface Person {
  /** The site's own id of the person; two visits with the same id are one visitor. */
  id?: string | number;
  name?: string;
  email?: string;
  /** Flat: nested values are left out. */
  traits?: Record<string, unknown>;
}
