import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AuditEntry } from '../../audit-log/audit-entry.entity';

/** How an entry of the audit log reads. */
@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => String, {
    description:
      'Who did it: the agent or the API key, by the name it had then and by id; or the operator of the server.',
  })
  actor(@Root() { actorName, actorId }: AuditEntry): string {
    return `${actorName} (${actorId})`;
  }
}
