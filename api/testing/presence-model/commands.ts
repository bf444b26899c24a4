import fc from 'fast-check';

export interface TouchCommand {
  readonly type: 'touch';
  readonly operation: 'IDENTIFIED' | 'HEARTBEAT_RESUMED' | 'NAVIGATED';
  readonly visitor: string;
  readonly tab: string;
  readonly visible: boolean;
  readonly url: string | null;
}
export interface LeaveCommand {
  readonly type: 'leave';
  readonly visitor: string;
  readonly tab: string;
}
export type Call = TouchCommand | LeaveCommand;
export type Command =
  | Call
  /** The last call arrives once more, as it was. */
  | { readonly type: 'repeat' }
  /** A call that is made now and arrives later. */
  | { readonly type: 'hold'; readonly call: Call }
  | { readonly type: 'release' }
  /** A call that waited in a queue to Redis for too long. */
  | { readonly type: 'stale'; readonly call: TouchCommand }
  | { readonly type: 'sweep' }
  /** Time passes with a sweep every second. */
  | { readonly type: 'pass'; readonly seconds: number }
  /** The clock is moved; back as well. */
  | { readonly type: 'jump'; readonly ms: number }
  /** Time passes and nobody sweeps or is heard. */
  | { readonly type: 'blackout'; readonly seconds: number }
  /** Time passes, swept, until about when this visitor's presence or goodbye is over; the last moments unswept. */
  | { readonly type: 'edge'; readonly visitor: string; readonly ms: number }
  | { readonly type: 'forget'; readonly visitor: string }
  | { readonly type: 'wipe' };

export const VISITORS = ['visitor-1', 'visitor-2', 'visitor-3'];
const TABS = ['tab-a', 'tab-b', 'tab-c'];

const who = { visitor: fc.constantFrom(...VISITORS), tab: fc.constantFrom(...TABS) };
const touch: fc.Arbitrary<TouchCommand> = fc.record({
  type: fc.constant('touch' as const),
  operation: fc.constantFrom('IDENTIFIED' as const, 'HEARTBEAT_RESUMED' as const, 'NAVIGATED' as const),
  ...who,
  visible: fc.boolean(),
  url: fc.option(fc.constantFrom('https://acme.test/1', 'https://acme.test/2'), { freq: 3 }),
});
const leave: fc.Arbitrary<LeaveCommand> = fc.record({ type: fc.constant('leave' as const), ...who });
const call: fc.Arbitrary<Call> = fc.oneof({ weight: 3, arbitrary: touch }, { weight: 1, arbitrary: leave });

/** One random thing that happens to presence; the everyday more often than the disaster. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 30, arbitrary: touch },
  { weight: 10, arbitrary: leave },
  { weight: 4, arbitrary: fc.constant({ type: 'repeat' as const }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('hold' as const), call }) },
  { weight: 4, arbitrary: fc.constant({ type: 'release' as const }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('stale' as const), call: touch }) },
  { weight: 8, arbitrary: fc.constant({ type: 'sweep' as const }) },
  {
    weight: 8,
    arbitrary: fc.record({ type: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 25 }) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant('jump' as const),
      ms: fc.oneof(
        { weight: 12, arbitrary: fc.integer({ min: -4_000, max: 9_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -700_000, max: -5_000 }) },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('blackout' as const),
      seconds: fc.integer({ min: 11, max: 200 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('edge' as const),
      visitor: who.visitor,
      ms: fc.constantFrom(-1, 0, 1, 1_500),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('forget' as const), visitor: who.visitor }) },
  { weight: 1, arbitrary: fc.constant({ type: 'wipe' as const }) },
);
