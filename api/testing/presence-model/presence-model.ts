/**
 * The rules of presence once more, in plain objects, to hold the scripts against. Written from SPEC.md, for one site; it knows
 * nothing of keys, packing or indexes. Instants are Unix ms, moved by the test.
 */
export const TTL = { visible: 45_000, hidden: 150_000 };
export const GRACE_MS = 5_000;
/** For how long a forgotten visitor is kept from coming back; short, so that it ends while the model runs. */
export const FORGOTTEN_MS = 60_000;
const BLACKOUT_MS = 10_000;
const STEP_BACK_MS = 2_000;
const LEFT_KEPT_MS = 180_000;
const LONGEST_GRACE_MS = 30_000;

export interface ModelTouch {
  readonly visitor: string;
  readonly tab: string;
  readonly seq: number;
  readonly visible: boolean | null;
  readonly operation: 'IDENTIFIED' | 'HEARTBEAT_RESUMED' | 'NAVIGATED';
  readonly url: string | null;
}

interface Tab {
  readonly name: string;
  seq: number;
  deadline: number;
  beat: number;
  started: number;
  visible: boolean;
  visibleAt: number;
  url: string | null;
}

interface Person {
  tabs: Map<string, Tab>;
  since: number;
  /** As far as the changes tell: here, saying goodbye, or gone. */
  stage: 'here' | 'leaving';
  goodbyeAt: number;
}

interface Grace {
  readonly from: number;
  readonly until: number;
}

export type Reply = 'DONE' | 'ENDED' | 'IGNORED' | 'FORGOTTEN';
type Kind = 'CAME_ONLINE' | 'WENT_OFFLINE' | 'PAGE_CHANGED' | 'FORGOTTEN';
export type Announcement = `${string} ${Kind}` | 'RESYNC';

export class PresenceModel {
  now = 0;
  /** What is still told of what was announced, by its number. */
  private readonly changes = new Map<number, Announcement>();
  private offset = 0;
  ends: string[] = [];
  private forgottenUntil = new Map<string, number>();
  private people = new Map<string, Person>();
  private tombstones = new Map<string, number>();
  private lastSweep: number | null = null;
  private grace: Grace | null = null;
  private wipedUntil = 0;
  /** Announced as gone while nobody's past was known. */
  private goneWhileWiped = new Map<string, number>();
  private resyncAt: number | null = null;
  /** Last seen of those who went lately. */
  private left = new Map<string, number>();

  wipe(): void {
    this.people = new Map();
    this.tombstones = new Map();
    this.lastSweep = null;
    this.grace = null;
    this.wipedUntil = 0;
    this.goneWhileWiped = new Map();
    this.resyncAt = null;
    this.left = new Map();
    this.changes.clear();
    this.offset = 0;
    this.ends = [];
    this.forgottenUntil = new Map();
  }

  touch(call: ModelTouch): { reply: Reply; cameOnline: boolean } {
    const { visitor, tab, seq, operation } = call;
    if (this.isForgotten(visitor)) return { reply: 'FORGOTTEN', cameOnline: false };
    if ((this.tombstones.get(`${visitor}|${tab}`) ?? 0) > this.now)
      return { reply: 'ENDED', cameOnline: false };
    const known = this.people.get(visitor)?.tabs.get(tab);
    if (known && seq < known.seq) return { reply: 'IGNORED', cameOnline: false };

    this.finishWhatIsOver(visitor);
    const before = this.people.get(visitor);
    const frontBefore = before ? frontUrl([...before.tabs.values()]) : null;
    const returns = before?.stage === 'leaving';
    const lapsed = before?.stage === 'here' && this.deadlineOf(before) <= this.now;
    const person: Person = before ?? { tabs: new Map(), since: this.now, stage: 'here', goodbyeAt: 0 };
    const mine = person.tabs.get(tab) ?? newTab(tab, this.now);
    this.hear(mine, call);
    person.tabs = new Map([...person.tabs].filter(([, { deadline }]) => deadline > this.now));
    person.tabs.set(tab, mine);
    person.stage = 'here';
    this.people.set(visitor, person);
    if (!before || returns) this.left.delete(visitor);
    this.startSweeping();

    const front = frontUrl([...person.tabs.values()]);
    if (returns) this.announce(visitor, 'PAGE_CHANGED');
    else if (!before) this.comeOnline(visitor, operation);
    else {
      if (lapsed) this.resyncAfterGrace();
      if (front !== frontBefore) this.announce(visitor, 'PAGE_CHANGED');
    }
    return { reply: 'DONE', cameOnline: !before };
  }

  leave(
    visitor: string,
    tab: string,
    seq: number,
  ): { reply: Reply; wasLast: boolean; isStillOnline: boolean } {
    if (this.isForgotten(visitor)) return { reply: 'FORGOTTEN', wasLast: false, isStillOnline: false };
    const person = this.people.get(visitor);
    const mine = person?.tabs.get(tab);
    if (mine && seq < mine.seq) return { reply: 'IGNORED', wasLast: false, isStillOnline: false };
    this.startSweeping();
    this.tombstones.set(`${visitor}|${tab}`, this.now + 2 * TTL.hidden);
    if (!person || person.stage === 'leaving') return { reply: 'DONE', wasLast: false, isStillOnline: false };

    const others = [...person.tabs].filter(([name, { deadline }]) => name !== tab && deadline > this.now);
    if (others.length > 0) {
      const frontBefore = frontUrl([...person.tabs.values()]);
      if (mine) {
        person.tabs = new Map(others);
        if (frontUrl([...person.tabs.values()]) !== frontBefore) this.announce(visitor, 'PAGE_CHANGED');
      }
      return { reply: 'DONE', wasLast: false, isStillOnline: true };
    }
    if (!mine) return { reply: 'DONE', wasLast: false, isStillOnline: this.deadlineOf(person) > this.now };
    person.tabs = new Map();
    person.stage = 'leaving';
    person.goodbyeAt = this.now + GRACE_MS;
    this.end(visitor, this.now);
    return { reply: 'DONE', wasLast: true, isStillOnline: false };
  }

  /** Everything of the visitor is gone, what was announced and what waits included; only that they were forgotten is told. */
  forget(visitor: string): void {
    const isNew = !this.isForgotten(visitor);
    for (const [name, until] of this.forgottenUntil) if (until <= this.now) this.forgottenUntil.delete(name);
    this.forgottenUntil.set(visitor, this.now + FORGOTTEN_MS);
    this.people.delete(visitor);
    this.left.delete(visitor);
    this.goneWhileWiped.delete(visitor);
    for (const [offset, change] of this.changes) {
      const isTheirs = change.startsWith(`${visitor} `) && !change.endsWith('FORGOTTEN');
      if (isTheirs) this.changes.delete(offset);
    }
    this.ends = this.ends.filter((end) => !end.startsWith(`${visitor} `));
    if (isNew) this.announce(visitor, 'FORGOTTEN');
  }

  get announced(): Announcement[] {
    return [...this.changes.values()];
  }

  get offsets(): number[] {
    return [...this.changes.keys()];
  }

  sweep(): void {
    if (this.isEmpty()) return;
    const { lastSweep } = this;
    this.forgetWipe();
    if (lastSweep === null || this.now - lastSweep > BLACKOUT_MS || this.now < lastSweep - STEP_BACK_MS) {
      this.grace = { from: this.now, until: this.now + TTL.hidden };
    }
    const hasSteppedBack = lastSweep !== null && this.now < lastSweep - STEP_BACK_MS;
    this.lastSweep = this.now;
    if (hasSteppedBack) this.pullBack();
    if (this.resyncAt !== null && this.resyncAt <= this.now) {
      this.resyncAt = null;
      this.push('RESYNC');
    }
    const over = [...this.people].filter(([, person]) => this.isOver(person));
    const silent = over.filter(([, { stage }]) => stage === 'here').sort(byDeadline);
    const gone = over.filter(([, { stage }]) => stage === 'leaving').sort(byGoodbye);
    for (const [visitor] of [...silent, ...gone]) this.finish(visitor);
    if (
      [...this.people.values()].some(
        (person) => person.stage === 'here' && this.deadlineOf(person) <= this.now,
      )
    ) {
      this.resyncAfterGrace();
    }
    for (const [visitor, lastSeen] of this.left)
      if (lastSeen <= this.now - LEFT_KEPT_MS) this.left.delete(visitor);
    for (const marks of [this.tombstones, this.goneWhileWiped]) {
      for (const [mark, until] of marks) if (until <= this.now) marks.delete(mark);
    }
  }

  /** The clock went back: nothing lasts longer than if it had been heard now. */
  private pullBack(): void {
    for (const person of this.people.values()) {
      if (person.stage === 'leaving') {
        if (person.goodbyeAt > this.now + LONGEST_GRACE_MS) person.goodbyeAt = this.now;
      } else if (this.deadlineOf(person) > this.now + TTL.hidden) {
        for (const tab of person.tabs.values()) {
          const ahead = Math.max(0, tab.beat - this.now);
          tab.deadline = Math.min(tab.deadline - ahead, this.now + TTL.hidden);
          tab.beat -= ahead;
        }
      }
    }
    for (const [tab, until] of this.tombstones) {
      this.tombstones.set(tab, Math.min(until, this.now + 2 * TTL.hidden));
    }
    if (this.resyncAt !== null) this.resyncAt = Math.min(this.resyncAt, this.now + TTL.hidden);
    for (const [visitor, lastSeen] of this.left) this.left.set(visitor, Math.min(lastSeen, this.now));
  }

  stateOf(visitor: string): 'ONLINE' | 'OFFLINE' | 'UNKNOWN' {
    const person = this.people.get(visitor);
    if (!person || person.stage === 'leaving') return 'OFFLINE';
    if (this.deadlineOf(person) > this.now) return 'ONLINE';
    return this.activeGrace() ? 'UNKNOWN' : 'OFFLINE';
  }

  currentUrlOf(visitor: string): string | null {
    if (this.stateOf(visitor) !== 'ONLINE') return null;
    const tabs = [...(this.people.get(visitor)?.tabs.values() ?? [])];
    return frontUrl(tabs.filter(({ deadline }) => deadline > this.now));
  }

  sinceOf(visitor: string): number | null {
    return this.stateOf(visitor) === 'ONLINE' ? (this.people.get(visitor)?.since ?? null) : null;
  }

  /** When the visitor's presence, or the wait of their goodbye, is over; null for nobody. */
  endOf(visitor: string): number | null {
    const person = this.people.get(visitor);
    if (!person) return null;
    return person.stage === 'leaving' ? person.goodbyeAt : this.deadlineOf(person);
  }

  isEmpty(): boolean {
    return (
      this.people.size === 0 &&
      this.tombstones.size === 0 &&
      this.resyncAt === null &&
      this.left.size === 0 &&
      this.goneWhileWiped.size === 0
    );
  }

  private hear(tab: Tab, { seq, visible, url }: ModelTouch): void {
    tab.seq = seq;
    const isVisible = visible ?? (tab.beat === 0 ? true : tab.visible);
    if (isVisible !== tab.visible) {
      tab.visible = isVisible;
      tab.visibleAt = this.now;
    }
    if (url !== null) tab.url = url;
    tab.beat = this.now;
    tab.deadline = this.now + (tab.visible ? TTL.visible : TTL.hidden);
  }

  private comeOnline(visitor: string, operation: ModelTouch['operation']): void {
    const wasToldGone = this.goneWhileWiped.delete(visitor);
    const isPastUnknown = this.activeGrace() !== null && this.now < this.wipedUntil && !wasToldGone;
    if (isPastUnknown && operation !== 'IDENTIFIED') this.resyncAfterGrace();
    else this.announce(visitor, 'CAME_ONLINE');
  }

  private finishWhatIsOver(visitor: string): void {
    const person = this.people.get(visitor);
    if (person && this.isOver(person)) this.finish(visitor);
  }

  private isOver(person: Person): boolean {
    const grace = this.activeGrace();
    if (person.stage === 'leaving')
      return person.goodbyeAt <= this.now && !(grace && person.goodbyeAt < grace.from);
    if (this.deadlineOf(person) > this.now) return false;
    return !(grace && lastBeat(person) < grace.from);
  }

  private finish(visitor: string): void {
    const person = this.people.get(visitor)!;
    if (person.stage === 'here') this.end(visitor, lastBeat(person));
    this.people.delete(visitor);
    this.announce(visitor, 'WENT_OFFLINE');
    const grace = this.activeGrace();
    if (grace && this.now < this.wipedUntil) this.goneWhileWiped.set(visitor, grace.until);
    else this.wipedUntil = 0;
  }

  private deadlineOf(person: Person): number {
    return Math.max(...[...person.tabs.values()].map(({ deadline }) => deadline));
  }

  private activeGrace(): Grace | null {
    if (this.lastSweep !== null && this.now - this.lastSweep > BLACKOUT_MS) {
      return { from: this.now, until: this.now + TTL.hidden };
    }
    return this.grace && this.now < this.grace.until ? this.grace : null;
  }

  private resyncAfterGrace(): void {
    this.resyncAt = this.activeGrace()!.until;
  }

  /** A wipe whose time is over stays over, whatever the clock does. */
  private forgetWipe(): void {
    if (Math.max(this.lastSweep ?? 0, this.now) >= this.wipedUntil) this.wipedUntil = 0;
    this.wipedUntil = Math.min(this.wipedUntil, this.now + TTL.hidden);
  }

  private startSweeping(): void {
    if (this.wasIdle) {
      if (this.wipedUntil > this.now + TTL.hidden) this.wipedUntil = 0;
      this.forgetWipe();
      if (this.lastSweep === null) {
        this.grace = { from: this.now, until: this.now + TTL.hidden };
        this.wipedUntil = this.grace.until;
      }
      this.lastSweep = this.now;
    }
    this.wasIdle = false;
  }

  /** Set by the driver before each call: whether there was nothing to sweep. */
  wasIdle = true;

  private end(visitor: string, lastSeen: number): void {
    this.ends.push(`${visitor} ${lastSeen}`);
    this.left.set(visitor, lastSeen);
  }

  private isForgotten(visitor: string): boolean {
    return (this.forgottenUntil.get(visitor) ?? 0) > this.now;
  }

  private push(announcement: Announcement): void {
    this.changes.set((this.offset += 1), announcement);
  }

  private announce(visitor: string, kind: Kind): void {
    this.push(`${visitor} ${kind}`);
  }
}

function newTab(name: string, now: number): Tab {
  return { name, seq: -1, deadline: 0, beat: 0, started: now, visible: false, visibleAt: 0, url: null };
}

function lastBeat({ tabs }: Person): number {
  return Math.max(0, ...[...tabs.values()].map(({ beat }) => beat));
}

function byDeadline([nameA, a]: [string, Person], [nameB, b]: [string, Person]): number {
  const of = ({ tabs }: Person) => Math.max(...[...tabs.values()].map(({ deadline }) => deadline));
  return of(a) - of(b) || (nameA < nameB ? -1 : 1);
}

function byGoodbye([nameA, a]: [string, Person], [nameB, b]: [string, Person]): number {
  return a.goodbyeAt - b.goodbyeAt || (nameA < nameB ? -1 : 1);
}

function frontUrl(tabs: readonly Tab[]): string | null {
  const [front] = [...tabs].sort(
    (a, b) =>
      Number(b.visible) - Number(a.visible) ||
      b.visibleAt - a.visibleAt ||
      b.started - a.started ||
      (a.name > b.name ? -1 : 1),
  );
  return front?.url ?? null;
}
