import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { VisitorCardFragment } from '../../generated/graphql';
import { presenceOf, type OutdatedSinceMs } from '../components/features/inbox/visitor/presence-of';
import { VisitorContextPanel } from '../components/features/inbox/panel/VisitorContextPanel';
import type { VisitorPresence } from '../components/features/inbox/visitor/visitor-presence';
import { Ticker } from '../time/ticker';
import { SecondsContext } from '../time/seconds-context';
import { TickerContext } from '../time/ticker-context';
import { KitProvider } from './KitProvider';

interface Shown {
  readonly preview?: string;
  readonly outdatedSinceMs?: OutdatedSinceMs;
  readonly isInBackground?: boolean;
  readonly onClose?: () => void;
}

function panel(
  visitor: VisitorCardFragment,
  { preview, outdatedSinceMs = null, isInBackground = false, onClose }: Shown,
) {
  const presence: VisitorPresence = presenceOf(visitor, outdatedSinceMs);
  const shown: VisitorPresence =
    presence.state === 'online'
      ? { ...presence, isInBackground, pagePreview: preview ? <img alt={preview} /> : undefined }
      : presence;
  return (
    <VisitorContextPanel
      visitor={visitor}
      presence={shown}
      href="https://porchlight.example/v/vis_01k7f3k"
      onClose={onClose ?? (() => {})}
    />
  );
}

function clocked({ ticker, seconds }: { ticker: Ticker; seconds: Ticker }, shown: ReactNode) {
  return (
    <TickerContext value={ticker}>
      <SecondsContext value={seconds}>{shown}</SecondsContext>
    </TickerContext>
  );
}

/** The panel alone, on the clock of the test. `update` shows it again with other facts. */
export function showVisitorPanel(visitor: VisitorCardFragment, shown: Shown = {}) {
  const ticker = new Ticker(Date.now);
  const seconds = new Ticker(Date.now, 1_000);
  const view = render(clocked({ ticker, seconds }, panel(visitor, shown)), {
    wrapper: KitProvider,
  });
  return {
    ...view,
    update: (next: VisitorCardFragment, nextShown: Shown = {}) =>
      view.rerender(clocked({ ticker, seconds }, panel(next, nextShown))),
  };
}
