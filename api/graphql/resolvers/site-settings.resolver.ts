import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ApiScope, Requires } from '../../access';
import { Site } from '../../sites/site.entity';
import { OpenTo } from '../access-rule';
import { Audits } from '../audits';
import type { ApiContext } from '../context';
import {
  CreateSiteInput,
  DeleteSiteInput,
  RotateIdentitySecretInput,
  UpdateSiteInput,
} from '../inputs/site-inputs';
import type { SiteActions } from '../site-actions';
import { DeleteSitePayload, RotateIdentitySecretPayload, SitePayload } from '../types/site-payloads';
import { SiteSettings } from '../types/site-settings';
import { withUserErrors } from '../with-user-errors';

/** What a site decides, and who may decide it. */
@Resolver(() => Site)
export class SiteSettingsResolver {
  constructor(private readonly actions: SiteActions) {}

  @Requires(ApiScope.SITE_MANAGE)
  @FieldResolver(() => SiteSettings, { description: 'What the site decides about its visitors.' })
  settings(@Root() site: Site): SiteSettings {
    return site;
  }

  @OpenTo('ADMIN')
  @Audits('createSite')
  @Mutation(() => SitePayload, { nullable: true, description: 'Makes a site; you are its first agent.' })
  createSite(
    @Arg('input', () => CreateSiteInput) input: CreateSiteInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<SitePayload> {
    return withUserErrors(() => this.actions.create(input, credential));
  }

  @Requires(ApiScope.SITE_MANAGE)
  @Audits('updateSite')
  @Mutation(() => SitePayload, {
    nullable: true,
    description: "Changes a site's name and settings; other nodes go by them within a second.",
  })
  updateSite(
    @Arg('input', () => UpdateSiteInput) input: UpdateSiteInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<SitePayload> {
    return withUserErrors(() => this.actions.update(input, credential));
  }

  @OpenTo('ADMIN')
  @Audits('deleteSite')
  @Mutation(() => DeleteSitePayload, {
    nullable: true,
    description: 'Erases the site and everything recorded on it; confirmName must equal its name.',
  })
  deleteSite(
    @Arg('input', () => DeleteSiteInput) input: DeleteSiteInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<DeleteSitePayload> {
    return withUserErrors(() => this.actions.delete(input, credential));
  }

  @Requires(ApiScope.SITE_MANAGE)
  @Audits('rotateIdentitySecret')
  @Mutation(() => RotateIdentitySecretPayload, {
    nullable: true,
    description:
      'Makes a new secret for identity signatures. The one before it signs as well until its grace is over.',
  })
  rotateIdentitySecret(
    @Arg('input', () => RotateIdentitySecretInput) input: RotateIdentitySecretInput,
    @Ctx() { credential }: ApiContext,
  ): Promise<RotateIdentitySecretPayload> {
    return withUserErrors(() => this.actions.rotateIdentitySecret(input, credential));
  }
}
