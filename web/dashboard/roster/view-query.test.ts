import fc from 'fast-check';
import { plainView } from './plain-view';
import type { RosterView } from './roster-view';
import { viewQuery } from './view-query';

const SITES: [string, string] = ['site_a', 'site_b'];

const views: fc.Arbitrary<RosterView> = fc.record({
  siteId: fc.constantFrom(...SITES),
  filter: fc.constantFrom('all', 'online', 'offline'),
  search: fc.string(),
  sort: fc.constantFrom('ONLINE_FIRST', 'LAST_SEEN_DESC', 'LAST_SEEN_ASC', 'FIRST_SEEN_DESC', 'NAME_ASC'),
  narrowing: fc.record({
    known: fc.constantFrom('identified', 'anonymous', null),
    isVerifiedOnly: fc.boolean(),
    page: fc.string(),
    seenWithinMinutes: fc.option(fc.integer({ min: 1, max: 43_200 })),
    trait: fc.option(
      fc.record({ key: fc.stringMatching(/^[^\n]+$/), value: fc.stringMatching(/^[^\n\r\u2028\u2029]*$/) }),
    ),
    withBots: fc.boolean(),
  }),
});

describe('the address of a view', () => {
  it('[D-17] says nothing of what is as at first', () => {
    expect(viewQuery.write(plainView('site_a'), 'site_a')).toBe('');
  });

  it('[D-17] brings every view back', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewQuery.read(viewQuery.write(view, 'site_a'), SITES)).toEqual(view);
      }),
    );
  });

  it('[D-17] that was mistyped, or names a foreign site, still shows visitors', () => {
    const query = 'site=site_x&status=nonsense&sort=%00&known=1&seen=-5&trait=plan&verified=yes';

    expect(viewQuery.read(query, SITES)).toEqual(plainView('site_a'));
  });
});
