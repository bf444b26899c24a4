import type { SeeingAgent } from '../../../../ViewerGate';
import type { MessageId } from '../../../../language/catalogue';
import { t } from '../../../../language/t';
import { READ_INSTALLATION } from '../documents/read-installation';
import { Said } from '../parts/Said';
import { useAsked } from '../use-asked';
import { installationState, type InstallationState } from './installation-state';
import styles from './InstallationCheck.module.css';
import { LastCall } from './LastCall';
import { Refusal } from './Refusal';

/** Soon enough for somebody who has just opened a page, and next to nothing for the server. */
const LOOK_EVERY_MS = 3_000;

const WORDS: Readonly<Record<InstallationState, MessageId>> = {
  waiting: 'check.waiting',
  heard: 'check.heard',
  refused: 'check.refused',
};

export interface InstallationCheckProps {
  readonly site: SeeingAgent['sites'][number];
  readonly isAdmin: boolean;
}

/** Whether the widget is heard: waits for the first visitor, turns green, or says what stands in the way. */
export function InstallationCheck({ site, isAdmin }: InstallationCheckProps) {
  const asked = useAsked(READ_INSTALLATION, { siteId: site.id }, (data) => data.site?.installation, {
    everyMs: LOOK_EVERY_MS,
  });
  if (asked.value === undefined) {
    return <p className={styles.check}>{t(asked.hasFailed ? 'settings.cannotRead' : 'settings.loading')}</p>;
  }
  const facts = asked.value;
  const state = installationState(facts);
  return (
    <div className={styles.check} data-state={state}>
      <Said className={styles.state} text={t(WORDS[state])} />
      {state === 'waiting' ? <p className={styles.detail}>{t('check.waiting.text')}</p> : null}
      {facts.lastRefusalReason == null ? null : (
        <Refusal
          siteId={site.id}
          isAdmin={isAdmin}
          origin={facts.lastRefusalOrigin ?? null}
          reason={facts.lastRefusalReason}
        />
      )}
      <LastCall id="check.lastHeard" at={facts.lastIdentifyAt} origin={facts.lastIdentifyOrigin} />
      <LastCall id="check.lastRefused" at={facts.lastRefusalAt} origin={facts.lastRefusalOrigin} />
    </div>
  );
}
