import type { GraphQLSchema } from 'graphql';
import type { Audited } from './audits';

/** How each mutation is written down. Throws when one does not say so: nobody would notice that its act leaves no trace. */
export function requireAudits(schema: GraphQLSchema): ReadonlyMap<string, Audited> {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Map(
    fields.map(({ name, extensions }) => {
      const action = extensions['audits'] as Audited | undefined;
      if (!action) throw new Error(`Mutation.${name} says nothing about the audit log: give it @Audits(…)`);
      return [name, action];
    }),
  );
}
