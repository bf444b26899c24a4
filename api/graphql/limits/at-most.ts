import { Extensions } from 'type-graphql';

/** Says how long a list without an argument for its length may be; its cost goes by that. */
export function AtMost(count: number): ReturnType<typeof Extensions> {
  return Extensions({ atMost: count });
}
