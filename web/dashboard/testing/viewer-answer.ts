/** The API's answer to "who am I" for an agent of these sites. */
export function viewerAnswer(...siteIds: string[]) {
  return {
    data: {
      viewer: {
        __typename: 'Viewer',
        agent: {
          __typename: 'Agent',
          id: 'agent_1',
          displayName: 'Ana Braga',
          email: 'ana@acme.com',
          role: 'ADMIN',
        },
        sites: siteIds.map((id) => ({ __typename: 'Site', id, name: `Shop ${id}`, key: `key_${id}` })),
      },
    },
  };
}
