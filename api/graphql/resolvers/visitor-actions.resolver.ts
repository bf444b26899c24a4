import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { Audits } from '../audits';
import type { ApiContext } from '../context';
import { ForgetVisitorInput, UpdateVisitorInput } from '../inputs/visitor-inputs';
import { ForgetVisitorPayload, VisitorPayload } from '../types/visitor-payloads';
import type { VisitorActions } from '../visitor-actions';
import { withUserErrors } from '../with-user-errors';

/** Changing and erasing visitors. */
@Resolver()
export class VisitorActionsResolver {
  constructor(private readonly actions: VisitorActions) {}

  @Requires(ApiScope.VISITORS_WRITE)
  @Audits('updateVisitor')
  @Mutation(() => VisitorPayload, {
    nullable: true,
    description: "Changes what is known about a visitor, until the site's own pages say otherwise.",
  })
  updateVisitor(
    @Arg('input', () => UpdateVisitorInput) input: UpdateVisitorInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<VisitorPayload> {
    return withUserErrors(() => this.actions.update(input, credential));
  }

  @Requires(ApiScope.VISITORS_WRITE)
  @Audits('forgetVisitor')
  @Mutation(() => ForgetVisitorPayload, {
    nullable: true,
    description:
      'Erases a visitor and everything recorded about them; with a verified one also whoever merely claimed to be them. Agents need the role ADMIN. May be repeated.',
  })
  forgetVisitor(
    @Arg('input', () => ForgetVisitorInput) input: ForgetVisitorInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<ForgetVisitorPayload> {
    return withUserErrors(() => this.actions.forget(input, credential));
  }
}
