import { Button } from '@mantine/core';
import { use } from 'react';
import type { ReadApiKeysQuery } from '../../../../../generated/settings/graphql';
import { TickerContext } from '../../../../time/ticker-context';
import list from '../parts/RowList.module.css';
import { When } from '../parts/When';
import type { MessageId } from '../../../../language/catalogue';
import { Trans } from '../../../../language/Trans';
import { t } from '../../../../language/t';
import { keyState, type KeyState } from './key-state';
import { SCOPE_TEXTS } from './scope-texts';

const STATE_WORDS: Readonly<Record<KeyState, MessageId>> = {
  working: 'settings.keys.working',
  expired: 'settings.keys.expired',
  revoked: 'settings.keys.revoked',
};

export interface ApiKeyRowProps {
  readonly apiKey: NonNullable<ReadApiKeysQuery['site']>['apiKeys'][number];
  readonly onRevoke: () => void;
}

/** One key: what it is for, what it may do, when it was used, and whether it still works. */
export function ApiKeyRow({ apiKey, onRevoke }: ApiKeyRowProps) {
  const ticker = use(TickerContext);
  const state = keyState(apiKey, ticker.nowMs());
  return (
    <li className={list.row} data-state={state}>
      <div className={list.main}>
        <span className={list.name}>
          <bdi>{apiKey.name}</bdi>{' '}
          <bdi className={list.note} dir="ltr">
            {apiKey.prefix}…
          </bdi>
        </span>
        <span className={list.detail}>
          {apiKey.scopes.map((scope) => t(SCOPE_TEXTS[scope].title)).join(' · ')}
        </span>
        <span className={list.detail}>
          <Trans id="settings.keys.made" values={{ time: <When at={apiKey.createdAt} /> }} />
          {' · '}
          {apiKey.lastUsedAt ? (
            <Trans id="settings.keys.used" values={{ time: <When at={apiKey.lastUsedAt} /> }} />
          ) : (
            t('settings.keys.unused')
          )}
          {apiKey.expiresAt && state !== 'revoked' ? (
            <>
              {' · '}
              <Trans id="settings.keys.ends" values={{ time: <When at={apiKey.expiresAt} isDate /> }} />
            </>
          ) : null}
        </span>
      </div>
      <span className={list.mark} data-strong={state === 'working'}>
        {t(STATE_WORDS[state])}
      </span>
      {state === 'working' ? (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('settings.keys.revokeName', { name: apiKey.name })}
          onClick={onRevoke}
        >
          {t('settings.keys.revoke')}
        </Button>
      ) : null}
    </li>
  );
}
