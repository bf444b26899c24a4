import type { GraphQLError } from 'graphql';

/** Gives an error of the GraphQL library, which has no code, the one of the API's list. */
export function withCode(code: string): (error: GraphQLError) => GraphQLError {
  return (error) => {
    if (error.extensions['code'] === undefined) error.extensions['code'] = code;
    return error;
  };
}
