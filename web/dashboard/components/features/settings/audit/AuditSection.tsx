import { Button } from '@mantine/core';
import { Loaded } from '../parts/Loaded';
import list from '../parts/RowList.module.css';
import { Problem } from '../parts/Problem';
import { SettingsCard } from '../parts/SettingsCard';
import { t } from '../../../../language/t';
import { AuditRow } from './AuditRow';
import { useAuditLog } from './use-audit-log';
import styles from './AuditSection.module.css';

/** What was done to a site and its visitors, and by whom; newest first, older ones on demand. */
export function AuditSection({ siteId }: { readonly siteId: string }) {
  const log = useAuditLog(siteId);
  return (
    <SettingsCard title={t('settings.audit')} lead={t('settings.audit.lead')}>
      <Loaded value={log.entries} hasFailed={log.hasFailed} onRetry={() => void log.readOn()}>
        {(entries) =>
          entries.length === 0 ? (
            <p className={list.empty}>{t('settings.audit.empty')}</p>
          ) : (
            <>
              <ol className={list.rows} aria-label={t('settings.audit')}>
                {entries.map((entry) => (
                  <AuditRow key={entry.id} entry={entry} />
                ))}
              </ol>
              {log.hasFailed ? <Problem text={t('settings.cannotRead')} /> : null}
              {log.hasMore ? (
                <div className={styles.more}>
                  <Button variant="default" loading={log.isBusy} onClick={() => void log.readOn()}>
                    {t('settings.audit.older')}
                  </Button>
                </div>
              ) : null}
            </>
          )
        }
      </Loaded>
    </SettingsCard>
  );
}
