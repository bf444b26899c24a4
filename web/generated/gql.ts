/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n": typeof types.PresenceUpdatesDocument,
    "\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(\n      siteId: $siteId\n      first: $first\n      after: $after\n      filter: $filter\n      sort: ONLINE_FIRST\n      search: $search\n    ) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n": typeof types.ReadRosterDocument,
    "\n  query ReadTabs($id: ID!) {\n    visitor(id: $id) {\n      id\n      sessions {\n        tabId\n        isVisible\n        startedAt\n      }\n    }\n  }\n": typeof types.ReadTabsDocument,
    "\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n": typeof types.ReadViewerDocument,
    "\n  query ReadVisitor($id: ID!) {\n    visitor(id: $id) {\n      ...VisitorCard\n      site {\n        id\n      }\n    }\n  }\n": typeof types.ReadVisitorDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) {\n      agent {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut {\n    logout {\n      agentId\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n": typeof types.VisitorCardFragmentDoc,
};
const documents: Documents = {
    "\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n": types.PresenceUpdatesDocument,
    "\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(\n      siteId: $siteId\n      first: $first\n      after: $after\n      filter: $filter\n      sort: ONLINE_FIRST\n      search: $search\n    ) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n": types.ReadRosterDocument,
    "\n  query ReadTabs($id: ID!) {\n    visitor(id: $id) {\n      id\n      sessions {\n        tabId\n        isVisible\n        startedAt\n      }\n    }\n  }\n": types.ReadTabsDocument,
    "\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n": types.ReadViewerDocument,
    "\n  query ReadVisitor($id: ID!) {\n    visitor(id: $id) {\n      ...VisitorCard\n      site {\n        id\n      }\n    }\n  }\n": types.ReadVisitorDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) {\n      agent {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut {\n    logout {\n      agentId\n    }\n  }\n": types.SignOutDocument,
    "\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n": types.VisitorCardFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(\n      siteId: $siteId\n      first: $first\n      after: $after\n      filter: $filter\n      sort: ONLINE_FIRST\n      search: $search\n    ) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n"): (typeof documents)["\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(\n      siteId: $siteId\n      first: $first\n      after: $after\n      filter: $filter\n      sort: ONLINE_FIRST\n      search: $search\n    ) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadTabs($id: ID!) {\n    visitor(id: $id) {\n      id\n      sessions {\n        tabId\n        isVisible\n        startedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadTabs($id: ID!) {\n    visitor(id: $id) {\n      id\n      sessions {\n        tabId\n        isVisible\n        startedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadVisitor($id: ID!) {\n    visitor(id: $id) {\n      ...VisitorCard\n      site {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadVisitor($id: ID!) {\n    visitor(id: $id) {\n      ...VisitorCard\n      site {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) {\n      agent {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) {\n      agent {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    logout {\n      agentId\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    logout {\n      agentId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n"): (typeof documents)["\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;