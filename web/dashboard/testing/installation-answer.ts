interface Installation {
  readonly lastIdentifyAt?: string;
  readonly lastIdentifyOrigin?: string;
  readonly lastRefusalAt?: string;
  readonly lastRefusalOrigin?: string | null;
  readonly lastRefusalReason?: string;
}

/** The API's answer to whether the pages of a site are heard; what is left out never happened. */
export function installationAnswer(facts: Installation = {}) {
  const installation = {
    __typename: 'Installation',
    lastIdentifyAt: null,
    lastIdentifyOrigin: null,
    lastRefusalAt: null,
    lastRefusalOrigin: null,
    lastRefusalReason: null,
    ...facts,
  };
  return { data: { site: { __typename: 'Site', id: 'site_a', installation } } };
}
