import { lazy, useEffect, type ComponentType, type LazyExoticComponent } from 'react';
import { toast } from './announcements/toast';
import { t } from './language/t';

interface ClosingProps {
  readonly onClose: () => void;
}

const FETCHED_AHEAD_MS = 10_000;
const waiting: (() => Promise<unknown>)[] = [];

/**
 * A dialog whose code is fetched apart: a while after the first screen, so that it is there when the server is not; else when it
 * is opened. One that cannot be fetched says so and closes, and the page goes on.
 */
export function lazyDialog<Props extends ClosingProps>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  waiting.push(load);
  return lazy(() =>
    load()
      .catch((): ComponentType<Props> => Missing)
      .then((dialog) => ({ default: dialog })),
  );
}

/** Fetches every dialog once the page has settled; what does not come now is fetched when it is opened. */
export function fetchDialogsAhead(): () => void {
  const timer = setTimeout(() => {
    for (const load of waiting.splice(0)) load().catch(() => undefined);
  }, FETCHED_AHEAD_MS);
  return () => clearTimeout(timer);
}

function Missing({ onClose }: ClosingProps): null {
  useEffect(() => {
    toast(t('part.missing.toast'));
    onClose();
  });
  return null;
}
