import type { Site } from '../../sites/site.entity';

type Headers = Record<string, string>;

/** A site with everything that can be had of one, each thing carrying the tenant's word or an id of its own. */
export interface Tenant {
  readonly site: Site;
  /** Where the site's pages are; no other origin is allowed. */
  readonly origin: string;
  /** In every name, address and text that was given to the site. */
  readonly word: string;
  readonly visitor: {
    readonly id: string;
    readonly externalId: string;
    readonly signature: string;
    readonly token: string;
    readonly tabId: string;
  };
  readonly agentEmails: readonly string[];
  readonly memberId: string;
  /** A key that nobody uses. */
  readonly spareKeyId: string;
  /** One id of each kind of node, and of each kind of visitor. */
  readonly ids: readonly string[];
  /** Of lists in several orders, of the feed, and of the audit log. */
  readonly cursors: readonly string[];
  /** Whoever sees one of these has seen something of the site. */
  readonly marks: readonly string[];
  /** Who may call, by name: the site's own pages, agents of both roles, and a key for each scope and for all of them. */
  readonly callers: Readonly<Record<string, Headers>>;
}
