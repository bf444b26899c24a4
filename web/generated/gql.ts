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
    "\n  query ExportVisitor($id: ID!, $siteId: ID!, $after: String) {\n    visitor(id: $id) {\n      id\n      externalId\n      isVerified\n      displayName\n      email\n      avatarUrl\n      traits\n      locale\n      timeZone\n      device {\n        browser\n        os\n        kind\n        isBot\n      }\n      visitCount\n      firstSeenAt\n      lastSeenAt\n      isOnline\n      currentPage {\n        url\n        title\n        referrer\n        since\n      }\n      recentPages(first: 20) {\n        url\n        title\n        referrer\n        since\n      }\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        lastHeartbeatAt\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n    }\n    presenceChanges(siteId: $siteId, visitorIds: [$id], first: 100, after: $after) {\n      nodes {\n        kind\n        reason\n        occurredAt\n        isOnline\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ExportVisitorDocument,
    "\n  mutation ForgetVisitor($id: ID!) {\n    forgetVisitor(input: { visitorId: $id }) {\n      forgottenVisitorId\n      userErrors {\n        code\n      }\n    }\n  }\n": typeof types.ForgetVisitorDocument,
    "\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        kind\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n": typeof types.PresenceUpdatesDocument,
    "\n  query ReadCards($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ...VisitorCard\n    }\n  }\n": typeof types.ReadCardsDocument,
    "\n  query ReadHistory($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      onlineHistory(minutes: 60) {\n        at\n        online\n      }\n    }\n  }\n": typeof types.ReadHistoryDocument,
    "\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $sort: VisitorSort\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(siteId: $siteId, first: $first, after: $after, filter: $filter, sort: $sort, search: $search) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n": typeof types.ReadRosterDocument,
    "\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n        role\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n": typeof types.ReadViewerDocument,
    "\n  query ReadVisit($id: ID!) {\n    visitor(id: $id) {\n      id\n      externalId\n      traits\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        page {\n          url\n          title\n        }\n      }\n      recentPages(first: 20) {\n        url\n        title\n        since\n      }\n    }\n  }\n": typeof types.ReadVisitDocument,
    "\n  query ReadVisitor($id: ID!) {\n    visitor(id: $id) {\n      ...VisitorCard\n      site {\n        id\n      }\n    }\n  }\n": typeof types.ReadVisitorDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) {\n      agent {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut {\n    logout {\n      agentId\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  mutation UpdateVisitor($input: UpdateVisitorInput!) {\n    updateVisitor(input: $input) {\n      visitor {\n        ...VisitorCard\n        traits\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": typeof types.UpdateVisitorDocument,
    "\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isVerified\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n": typeof types.VisitorCardFragmentDoc,
};
const documents: Documents = {
    "\n  query ExportVisitor($id: ID!, $siteId: ID!, $after: String) {\n    visitor(id: $id) {\n      id\n      externalId\n      isVerified\n      displayName\n      email\n      avatarUrl\n      traits\n      locale\n      timeZone\n      device {\n        browser\n        os\n        kind\n        isBot\n      }\n      visitCount\n      firstSeenAt\n      lastSeenAt\n      isOnline\n      currentPage {\n        url\n        title\n        referrer\n        since\n      }\n      recentPages(first: 20) {\n        url\n        title\n        referrer\n        since\n      }\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        lastHeartbeatAt\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n    }\n    presenceChanges(siteId: $siteId, visitorIds: [$id], first: 100, after: $after) {\n      nodes {\n        kind\n        reason\n        occurredAt\n        isOnline\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ExportVisitorDocument,
    "\n  mutation ForgetVisitor($id: ID!) {\n    forgetVisitor(input: { visitorId: $id }) {\n      forgottenVisitorId\n      userErrors {\n        code\n      }\n    }\n  }\n": types.ForgetVisitorDocument,
    "\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        kind\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n": types.PresenceUpdatesDocument,
    "\n  query ReadCards($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ...VisitorCard\n    }\n  }\n": types.ReadCardsDocument,
    "\n  query ReadHistory($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      onlineHistory(minutes: 60) {\n        at\n        online\n      }\n    }\n  }\n": types.ReadHistoryDocument,
    "\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $sort: VisitorSort\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(siteId: $siteId, first: $first, after: $after, filter: $filter, sort: $sort, search: $search) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n": types.ReadRosterDocument,
    "\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n        role\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n": types.ReadViewerDocument,
    "\n  query ReadVisit($id: ID!) {\n    visitor(id: $id) {\n      id\n      externalId\n      traits\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        page {\n          url\n          title\n        }\n      }\n      recentPages(first: 20) {\n        url\n        title\n        since\n      }\n    }\n  }\n": types.ReadVisitDocument,
    "\n  query ReadVisitor($id: ID!) {\n    visitor(id: $id) {\n      ...VisitorCard\n      site {\n        id\n      }\n    }\n  }\n": types.ReadVisitorDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    login(input: { email: $email, password: $password }) {\n      agent {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut {\n    logout {\n      agentId\n    }\n  }\n": types.SignOutDocument,
    "\n  mutation UpdateVisitor($input: UpdateVisitorInput!) {\n    updateVisitor(input: $input) {\n      visitor {\n        ...VisitorCard\n        traits\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n": types.UpdateVisitorDocument,
    "\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isVerified\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n": types.VisitorCardFragmentDoc,
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
export function graphql(source: "\n  query ExportVisitor($id: ID!, $siteId: ID!, $after: String) {\n    visitor(id: $id) {\n      id\n      externalId\n      isVerified\n      displayName\n      email\n      avatarUrl\n      traits\n      locale\n      timeZone\n      device {\n        browser\n        os\n        kind\n        isBot\n      }\n      visitCount\n      firstSeenAt\n      lastSeenAt\n      isOnline\n      currentPage {\n        url\n        title\n        referrer\n        since\n      }\n      recentPages(first: 20) {\n        url\n        title\n        referrer\n        since\n      }\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        lastHeartbeatAt\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n    }\n    presenceChanges(siteId: $siteId, visitorIds: [$id], first: 100, after: $after) {\n      nodes {\n        kind\n        reason\n        occurredAt\n        isOnline\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ExportVisitor($id: ID!, $siteId: ID!, $after: String) {\n    visitor(id: $id) {\n      id\n      externalId\n      isVerified\n      displayName\n      email\n      avatarUrl\n      traits\n      locale\n      timeZone\n      device {\n        browser\n        os\n        kind\n        isBot\n      }\n      visitCount\n      firstSeenAt\n      lastSeenAt\n      isOnline\n      currentPage {\n        url\n        title\n        referrer\n        since\n      }\n      recentPages(first: 20) {\n        url\n        title\n        referrer\n        since\n      }\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        lastHeartbeatAt\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n    }\n    presenceChanges(siteId: $siteId, visitorIds: [$id], first: 100, after: $after) {\n      nodes {\n        kind\n        reason\n        occurredAt\n        isOnline\n        page {\n          url\n          title\n          referrer\n          since\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ForgetVisitor($id: ID!) {\n    forgetVisitor(input: { visitorId: $id }) {\n      forgottenVisitorId\n      userErrors {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ForgetVisitor($id: ID!) {\n    forgetVisitor(input: { visitorId: $id }) {\n      forgottenVisitorId\n      userErrors {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        kind\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription PresenceUpdates($siteId: ID!, $after: String) {\n    visitorPresenceChanged(siteId: $siteId, after: $after) {\n      cursor\n      resyncRequired\n      onlineVisitorCount\n      serverTime\n      changes {\n        id\n        visitorId\n        kind\n        visitor {\n          ...VisitorCard\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadCards($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ...VisitorCard\n    }\n  }\n"): (typeof documents)["\n  query ReadCards($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      id\n      ...VisitorCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadHistory($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      onlineHistory(minutes: 60) {\n        at\n        online\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadHistory($siteId: ID!) {\n    site(id: $siteId) {\n      id\n      onlineHistory(minutes: 60) {\n        at\n        online\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $sort: VisitorSort\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(siteId: $siteId, first: $first, after: $after, filter: $filter, sort: $sort, search: $search) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n"): (typeof documents)["\n  query ReadRoster(\n    $siteId: ID!\n    $first: Int!\n    $after: String\n    $filter: VisitorFilter\n    $sort: VisitorSort\n    $search: String\n    $openId: ID!\n    $withOpen: Boolean!\n  ) {\n    site(id: $siteId) {\n      id\n      onlineVisitorCount\n    }\n    everyone: visitors(siteId: $siteId, first: 1) {\n      totalCount\n    }\n    visitors(siteId: $siteId, first: $first, after: $after, filter: $filter, sort: $sort, search: $search) {\n      nodes {\n        ...VisitorCard\n      }\n      totalCount\n      presenceCursor\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    open: visitor(id: $openId) @include(if: $withOpen) {\n      ...VisitorCard\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n        role\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadViewer {\n    viewer {\n      agent {\n        id\n        displayName\n        email\n        role\n      }\n      sites {\n        id\n        name\n        key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadVisit($id: ID!) {\n    visitor(id: $id) {\n      id\n      externalId\n      traits\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        page {\n          url\n          title\n        }\n      }\n      recentPages(first: 20) {\n        url\n        title\n        since\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadVisit($id: ID!) {\n    visitor(id: $id) {\n      id\n      externalId\n      traits\n      sessions {\n        tabId\n        isVisible\n        startedAt\n        page {\n          url\n          title\n        }\n      }\n      recentPages(first: 20) {\n        url\n        title\n        since\n      }\n    }\n  }\n"];
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
export function graphql(source: "\n  mutation UpdateVisitor($input: UpdateVisitorInput!) {\n    updateVisitor(input: $input) {\n      visitor {\n        ...VisitorCard\n        traits\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateVisitor($input: UpdateVisitorInput!) {\n    updateVisitor(input: $input) {\n      visitor {\n        ...VisitorCard\n        traits\n      }\n      userErrors {\n        code\n        field\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isVerified\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n"): (typeof documents)["\n  fragment VisitorCard on Visitor {\n    id\n    displayName\n    email\n    isVerified\n    isOnline\n    firstSeenAt\n    lastSeenAt\n    visitCount\n    locale\n    timeZone\n    presence {\n      state\n      asOf\n      since\n      sessionCount\n    }\n    currentPage {\n      url\n      title\n      referrer\n      since\n    }\n    device {\n      browser\n      os\n      kind\n      isBot\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;