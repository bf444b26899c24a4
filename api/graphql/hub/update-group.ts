import type { Log } from '../../log';
import type { Position } from '../../realtime-session/presence';
import type { Follower, PresenceChanges, SiteEvent } from '../../realtime-session/presence-changes';
import { Cohort } from './cohort';
import { isAfter } from './is-after';
import { Membership } from './membership';
import { PendingUpdate } from './pending-update';
import { renewRights } from './renew-rights';
import type { Subscriber } from './subscriber';
import type { UpdateDraft } from './update-draft';

export interface UpdateGroupOptions {
  readonly siteId: string;
  /** Undefined for all of the site. */
  readonly visitorIds: ReadonlySet<string> | undefined;
  readonly changes: PresenceChanges;
  /** Changes of one such window go out together, the last one of each visitor. */
  readonly coalescingMs: number;
  readonly log: Log;
  /** The answer to an update as JSON; see {@link Subscriber.render}. */
  readonly render: Subscriber['render'];
  /** Called once, when nobody is left. */
  readonly onEmpty: () => void;
}

interface Delivery {
  readonly draft: UpdateDraft;
  readonly members: readonly Membership[];
}

/**
 * Subscribers whose answers are equal. Whoever joins is first told what they missed, in a cohort of those who missed the
 * same; as soon as cohorts stand at the same position they are one, and every update is made once for all of its members.
 */
export class UpdateGroup implements Follower {
  private readonly cohorts = new Set<Cohort>();
  private readonly openings = new Map<string, { cohort: Cohort; ready: Promise<void> }>();
  private readonly cohortOf = new Map<Membership, Cohort>();
  private position: Position = { epoch: '', offset: 0 };
  private followed: Promise<void> | undefined;
  private unfollow: () => void = () => undefined;
  private population = 0;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;
  private isPumping = false;

  constructor(private readonly options: UpdateGroupOptions) {}

  /** A place in the group; it is told what happened after a position, or from now on. Rejects when Redis is away. */
  async join(subscriber: Subscriber, after: Position | undefined): Promise<Membership> {
    this.population += 1;
    try {
      await (this.followed ??= this.follow());
      const opening = this.openingFor(after);
      opening.cohort.arriving += 1;
      await opening.ready;
      const member = new Membership(this, subscriber);
      this.cohortOf.set(member, opening.cohort);
      return member;
    } catch (error) {
      this.depart();
      throw error;
    }
  }

  admit(member: Membership): void {
    const cohort = this.cohortOf.get(member)!;
    cohort.arriving -= 1;
    cohort.members.add(member);
    this.beginWhenAllAreHere(cohort);
  }

  dismiss(member: Membership): void {
    const cohort = this.cohortOf.get(member);
    this.cohortOf.delete(member);
    if (cohort && !cohort.members.delete(member) && !cohort.hasBegun) {
      cohort.arriving -= 1;
      this.beginWhenAllAreHere(cohort);
    }
    this.depart();
  }

  onEvent(event: SiteEvent): void {
    if (!isAfter(event.position, this.position)) return;
    this.position = event.position;
    for (const cohort of this.cohorts) cohort.add(event);
    this.schedule();
  }

  onGap(position: Position): void {
    this.position = position;
    for (const cohort of this.cohorts) cohort.gap(position);
    this.schedule();
  }

  private async follow(): Promise<void> {
    const { changes, siteId } = this.options;
    const { position, unfollow } = await changes.follow(siteId, this);
    if (this.isClosed) return unfollow();
    this.unfollow = unfollow;
    if (isAfter(position, this.position)) this.position = position;
  }

  private depart(): void {
    this.population -= 1;
    if (this.population > 0 || this.isClosed) return;
    this.isClosed = true;
    clearTimeout(this.timer);
    this.cohorts.clear();
    this.unfollow();
    this.options.onEmpty();
  }

  private openingFor(after: Position | undefined) {
    const key = after ? `${after.epoch}:${after.offset}` : 'now';
    const known = this.openings.get(key);
    if (known) return known;
    const cohort = this.newCohort(after);
    const ready = this.readPast(cohort, after).finally(() => this.openings.delete(key));
    const opening = { cohort, ready };
    this.openings.set(key, opening);
    return opening;
  }

  private newCohort(after = this.position): Cohort {
    const { siteId, visitorIds } = this.options;
    const cohort = new Cohort(new PendingUpdate(siteId, visitorIds, after));
    this.cohorts.add(cohort);
    return cohort;
  }

  private async readPast(cohort: Cohort, after: Position | undefined): Promise<void> {
    const standsAt = this.position;
    try {
      cohort.begin(after ? await this.options.changes.readAfter(this.options.siteId, after) : [], standsAt);
    } catch (error) {
      this.cohorts.delete(cohort);
      throw error;
    }
  }

  private beginWhenAllAreHere(cohort: Cohort): void {
    if (cohort.arriving > 0 || cohort.hasBegun) return;
    if (cohort.members.size === 0) return void this.cohorts.delete(cohort);
    cohort.isDue = true;
    void this.pump();
  }

  private schedule(): void {
    if (this.isClosed || ![...this.cohorts].some(isWaiting)) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const cohort of this.cohorts) cohort.isDue ||= isWaiting(cohort);
      void this.pump();
    }, this.options.coalescingMs);
  }

  // One round after the other, so that nobody hears of the later first.
  private async pump(): Promise<void> {
    if (this.isPumping) return;
    this.isPumping = true;
    for (let round = this.takeDue(); round.length > 0; round = this.takeDue()) {
      await Promise.all(round.map((delivery) => this.deliver(delivery)));
    }
    this.isPumping = false;
  }

  private takeDue(): Delivery[] {
    const due = [...this.cohorts].filter(({ isDue }) => isDue);
    const round = due.map((cohort) => {
      cohort.isDue = false;
      cohort.hasBegun = true;
      return { draft: cohort.pending.take(), members: [...cohort.members] };
    });
    this.merge();
    return round.filter(({ members }) => members.length > 0);
  }

  private merge(): void {
    const kept: Cohort[] = [];
    for (const cohort of this.cohorts) {
      if (!cohort.hasBegun) continue;
      const first = kept.find((other) => other.isInStepWith(cohort));
      if (!first && cohort.members.size > 0) kept.push(cohort);
      else this.cohorts.delete(cohort);
      if (first) for (const member of cohort.members) this.place(member, first);
    }
  }

  private place(member: Membership, cohort: Cohort): void {
    cohort.members.add(member);
    this.cohortOf.set(member, cohort);
  }

  private async deliver({ draft, members }: Delivery): Promise<void> {
    try {
      const payload = await this.options.render(draft);
      await renewRights(members);
      for (const member of members) this.tell(member, payload);
    } catch (error) {
      this.options.log.error({ err: error, siteId: draft.siteId }, 'update_failed');
      for (const member of members) member.fail(error);
    }
  }

  private tell(member: Membership, payload: string): void {
    const { readiness } = member;
    if (readiness === 'READY') member.send(payload);
    if (readiness !== 'CLOGGED') return;
    // Nothing is kept for those who do not keep up: once they do, they are told to read again.
    this.cohortOf.get(member)?.members.delete(member);
    this.cohortOf.delete(member);
    member.subscriber.seat.outlet.onceDrained(() => this.resume(member));
  }

  private resume(member: Membership): void {
    if (member.readiness === 'OVER') return;
    const cohort = this.newCohort();
    cohort.begin(null, this.position);
    cohort.hasBegun = true;
    this.place(member, cohort);
    this.schedule();
  }
}

function isWaiting({ hasBegun, pending }: Cohort): boolean {
  return hasBegun && !pending.isEmpty;
}
