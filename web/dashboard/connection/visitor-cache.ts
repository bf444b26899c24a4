import { InMemoryCache } from '@apollo/client';

/** A fresh cache. A visitor's page, presence and device are values: each arrives whole and replaces the last. */
export function visitorCache(): InMemoryCache {
  const replaced = { merge: false };
  return new InMemoryCache({
    typePolicies: {
      Visitor: {
        fields: { presence: replaced, currentPage: replaced, device: replaced, sessions: replaced },
      },
    },
  });
}
