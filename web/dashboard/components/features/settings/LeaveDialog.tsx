import { use } from 'react';
import { useStore } from '../../../use-store';
import { LeaveGuardContext } from './leave-guard-context';
import { ConfirmDialog } from './parts/ConfirmDialog';
import { t } from '../../../language/t';

/** Asks whether unsaved work may be lost. */
export function LeaveDialog() {
  const guard = use(LeaveGuardContext);
  const isAsking = useStore(guard.asking, (go) => go !== null);
  return (
    <ConfirmDialog
      isOpen={isAsking}
      title={t('settings.leave.title')}
      confirm={t('settings.leave.confirm')}
      onConfirm={guard.letGo}
      onClose={guard.stay}
    >
      {t('settings.leave.text')}
    </ConfirmDialog>
  );
}
