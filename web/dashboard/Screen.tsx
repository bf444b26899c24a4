import { lazy, Suspense } from 'react';
import { useRoute } from 'wouter';
import { InboxPage } from './components/features/inbox/InboxPage';
import { PartMissing } from './components/shell/PartMissing';
import { speakOfSettings } from './language/speak-of-settings';
import type { SeeingAgent } from './ViewerGate';

// Most agents never open it, so they do not wait for it.
const SettingsPage = lazy(() =>
  Promise.all([import('./components/features/settings/SettingsPage'), speakOfSettings()]).then(
    ([{ SettingsPage: page }]) => ({ default: page }),
    () => ({ default: PartMissing }),
  ),
);

export interface ScreenProps extends SeeingAgent {
  readonly onLeave: () => void;
}

/** What the address asks for. It alone is drawn anew when the address changes, and not what is around it. */
export function Screen(viewer: ScreenProps) {
  const [areSettings] = useRoute('/settings/*?');
  return areSettings ? (
    <Suspense fallback={null}>
      <SettingsPage {...viewer} />
    </Suspense>
  ) : (
    <InboxPage {...viewer} />
  );
}
