import { useEffect, useState } from 'react';
import { t } from '../../../../language/t';
import { CodeBlock } from '../parts/CodeBlock';
import { SettingsCard } from '../parts/SettingsCard';
import { readWidgetRelease } from './read-widget-release';
import type { WidgetRelease } from './widget-release';

export interface PinnedCardProps {
  readonly origin: string;
  readonly siteKey: string;
}

/** The line with a version and its integrity; nothing while the server has not said which one it serves. */
export function PinnedCard({ origin, siteKey }: PinnedCardProps) {
  const [release, setRelease] = useState<WidgetRelease | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    void readWidgetRelease(asking.signal).then(setRelease);
    return () => asking.abort();
  }, []);
  if (release === null) return null;
  return (
    <SettingsCard title={t('installPage.pinned')} lead={t('installPage.pinnedText')}>
      <CodeBlock
        label={t('installPage.pinned')}
        code={`<script async crossorigin src="${origin}${release.path}"
  integrity="${release.integrity}"
  data-site="${siteKey}"></script>`}
      />
    </SettingsCard>
  );
}
