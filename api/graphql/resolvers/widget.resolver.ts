import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { WidgetGateway } from '../../gateway/installation-watch';
import type { RealtimeSessionService } from '../../realtime-session/realtime-session.service';
import { Visitor } from '../../visitors/visitor.entity';
import { OpenTo } from '../access-rule';
import { Audits } from '../audits';
import type { ApiContext } from '../context';
import { DisconnectInput, HeartbeatInput, IdentifyInput, RecordPageViewInput } from '../inputs/widget-inputs';
import { PageType } from '../types/page';
import {
  DisconnectPayload,
  HeartbeatPayload,
  IdentifyPayload,
  RecordPageViewPayload,
} from '../types/payloads';
import { withUserErrors } from '../with-user-errors';

/** The four calls of a widget. */
@Resolver(() => DisconnectPayload)
export class WidgetResolver {
  constructor(
    private readonly gateway: WidgetGateway,
    private readonly sessions: RealtimeSessionService,
  ) {}

  @OpenTo('ANYBODY')
  @Audits('NOTHING')
  @Mutation(() => IdentifyPayload, {
    nullable: true,
    description: 'A page was opened: the visitor is online, and lastSeenAt is stored, when this answers.',
  })
  identify(
    @Arg('input', () => IdentifyInput) input: IdentifyInput,
    @Ctx() { caller }: ApiContext,
  ): Promise<IdentifyPayload> {
    return withUserErrors(() => this.gateway.handleIdentify(input, caller));
  }

  @OpenTo('ANYBODY')
  @Audits('NOTHING')
  @Mutation(() => HeartbeatPayload, {
    nullable: true,
    description: 'The tab is still there. Also brings back a visitor whose session had timed out.',
  })
  heartbeat(
    @Arg('input', () => HeartbeatInput) input: HeartbeatInput,
    @Ctx() { caller }: ApiContext,
  ): Promise<HeartbeatPayload> {
    return withUserErrors(
      () => this.gateway.handleHeartbeat(input, caller),
      () => ({ serverTime: new Date(this.sessions.nowMs()) }),
    );
  }

  @OpenTo('ANYBODY')
  @Audits('NOTHING')
  @Mutation(() => RecordPageViewPayload, {
    nullable: true,
    description: 'The tab shows another page without a reload.',
  })
  recordPageView(
    @Arg('input', () => RecordPageViewInput) input: RecordPageViewInput,
    @Ctx() { caller }: ApiContext,
  ): Promise<RecordPageViewPayload> {
    return withUserErrors(async () => {
      const { page, ...answer } = await this.gateway.handlePageView(input, caller);
      return { ...answer, page: PageType.of(page) };
    });
  }

  @OpenTo('ANYBODY')
  @Audits('NOTHING')
  @Mutation(() => DisconnectPayload, {
    nullable: true,
    description: 'The tab is closing: its session is over, and lastSeenAt is stored, when this answers.',
  })
  disconnect(
    @Arg('input', () => DisconnectInput) input: DisconnectInput,
    @Ctx() { caller }: ApiContext,
  ): Promise<DisconnectPayload> {
    return withUserErrors(async () => {
      const { visitor, isStillOnline } = await this.gateway.handleDisconnect(input, caller);
      return { visitorRef: visitor, isStillOnline };
    });
  }

  @FieldResolver(() => Visitor, {
    nullable: true,
    description: 'The visitor; a widget may read only id, isOnline and lastSeenAt. Null when refused.',
  })
  async visitor(
    @Root() { visitorRef }: DisconnectPayload,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Visitor | null> {
    return visitorRef ? loaders.loadVisitor(visitorRef) : null;
  }
}
