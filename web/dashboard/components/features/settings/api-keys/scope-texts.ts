import type { ApiScope } from '../../../../../generated/settings/graphql';
import type { MessageId } from '../../../../language/catalogue';

export interface ScopeTexts {
  readonly title: MessageId;
  /** Left out for a scope that opens nothing yet: such a one is not offered. */
  readonly meaning?: MessageId;
}

/** What each scope lets a program do, in the order they are offered. */
export const SCOPE_TEXTS: Readonly<Record<ApiScope, ScopeTexts>> = {
  VISITORS_READ: { title: 'settings.scope.read', meaning: 'settings.scope.readText' },
  VISITORS_PII_READ: { title: 'settings.scope.personal', meaning: 'settings.scope.personalText' },
  PRESENCE_SUBSCRIBE: { title: 'settings.scope.subscribe', meaning: 'settings.scope.subscribeText' },
  VISITORS_WRITE: { title: 'settings.scope.write', meaning: 'settings.scope.writeText' },
  PREVIEWS_READ: { title: 'settings.scope.previews' },
  SITE_MANAGE: { title: 'settings.scope.manage', meaning: 'settings.scope.manageText' },
};
