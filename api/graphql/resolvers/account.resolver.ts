import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { SitesService } from '../../sites/sites.service';
import { OpenTo } from '../access-rule';
import { Audits } from '../audits';
import type { AccountActions } from '../account-actions';
import type { ApiContext } from '../context';
import { CreateApiKeyInput, LoginInput, RevokeApiKeyInput } from '../inputs/account-inputs';
import { CreateApiKeyPayload, LoginPayload, LogoutPayload, RevokeApiKeyPayload } from '../types/payloads';
import { Viewer } from '../types/viewer';
import { viewerOf } from '../viewer-of';
import { withUserErrors } from '../with-user-errors';

/** Who calls, and how they come to be known. */
@Resolver()
export class AccountResolver {
  constructor(
    private readonly actions: AccountActions,
    private readonly sites: SitesService,
  ) {}

  @OpenTo('ANYBODY')
  @Query(() => Viewer, { nullable: true, description: 'Who the credential belongs to. Null when anonymous.' })
  viewer(@Ctx() { credential }: ApiContext): Promise<Viewer | null> {
    return viewerOf(credential, this.sites);
  }

  @OpenTo('ANYBODY')
  @Audits('NOTHING')
  @Mutation(() => LoginPayload, {
    nullable: true,
    description: 'Signs an agent in; the session is a cookie.',
  })
  login(
    @Arg('input', () => LoginInput) input: LoginInput,
    @Ctx() { session }: ApiContext,
  ): Promise<LoginPayload> {
    return withUserErrors(() => this.actions.login(input, session));
  }

  @OpenTo('ANYBODY')
  @Audits('NOTHING')
  @Mutation(() => LogoutPayload, {
    nullable: true,
    description: 'Ends the session of the cookie. Safe to repeat.',
  })
  logout(@Ctx() context: ApiContext): Promise<LogoutPayload> {
    return withUserErrors(() => this.actions.logout(context));
  }

  @OpenTo('ADMIN')
  @Audits('createApiKey')
  @Mutation(() => CreateApiKeyPayload, { nullable: true, description: 'Makes an API key for a program.' })
  createApiKey(
    @Arg('input', () => CreateApiKeyInput) input: CreateApiKeyInput,
    @Ctx() context: ApiContext,
  ): Promise<CreateApiKeyPayload> {
    return withUserErrors(() => this.actions.createApiKey(input, context));
  }

  @OpenTo('ADMIN')
  @Audits('revokeApiKey')
  @Mutation(() => RevokeApiKeyPayload, {
    nullable: true,
    description: 'Ends an API key for good, within a second; its open feeds are closed. Safe to repeat.',
  })
  revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput) input: RevokeApiKeyInput,
    @Ctx() context: ApiContext,
  ): Promise<RevokeApiKeyPayload> {
    return withUserErrors(() => this.actions.revokeApiKey(input, context));
  }
}
