/** A site with its settings as the API tells them; give what differs from the usual. */
export function siteAnswer({ name = 'Shop site_a', ...settings }: Record<string, unknown> = {}) {
  return {
    __typename: 'Site',
    id: 'site_a',
    name,
    settings: {
      __typename: 'SiteSettings',
      allowedOrigins: ['https://shop.example'],
      keptUrlParameters: [],
      keepsUrlFragment: false,
      identityVerification: 'OFF',
      goodbyeGraceSeconds: 5,
      retentionDays: 365,
      ...settings,
    },
  };
}
