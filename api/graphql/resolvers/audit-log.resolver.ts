import { Arg, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../../audit-log/audit-entry.entity';
import type { AuditLog } from '../../audit-log/audit-log';
import { Site } from '../../sites/site.entity';
import { OpenTo } from '../access-rule';
import { readAuditLog } from '../read-audit-log';

/** What was done to a site. */
@Resolver(() => Site)
export class AuditLogResolver {
  constructor(private readonly audit: AuditLog) {}

  @OpenTo('ADMIN')
  @FieldResolver(() => [AuditEntry], {
    nullable: true,
    description: 'What was done to the site and its visitors, newest first. Null for all but admins.',
  })
  auditLog(
    @Root() site: Site,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => ID, { nullable: true, description: 'AuditEntry.id of the last one read.' })
    after: string | null | undefined,
  ): Promise<AuditEntry[]> {
    return readAuditLog(this.audit, site.id, { first, after });
  }
}
