import type { UserProblem } from '../user-problem';
import { cleanProfile } from './clean-profile';

const problemsOf = (profile: Parameters<typeof cleanProfile>[0]) => {
  try {
    cleanProfile(profile);
    return [];
  } catch (error) {
    return (error as UserProblem).problems.map(({ code, field }) => [code, field?.join('.')]);
  }
};

describe('the texts of a profile', () => {
  it('that were not told stay untold, and those that were emptied are null', () => {
    expect(cleanProfile({ displayName: ' ', email: null })).toEqual({
      externalId: undefined,
      displayName: null,
      email: null,
      locale: undefined,
      timeZone: undefined,
    });
  });

  it.each([
    ['externalId', 255],
    ['displayName', 300],
    ['locale', 35],
    ['timeZone', 64],
  ] as const)('%s may have %i characters, and not one more', (name, limit) => {
    expect(problemsOf({ [name]: '😀'.repeat(limit) })).toEqual([]);
    expect(problemsOf({ [name]: '😀'.repeat(limit + 1) })).toEqual([['TOO_LONG', `input.${name}`]]);
  });

  it.each(['maria@acme.test', 'a@b', 'maria+tag@acme.test', `${'x'.repeat(247)}@x.test`])(
    '%s is an e-mail',
    (email) => {
      expect(problemsOf({ email })).toEqual([]);
    },
  );

  it.each(['maria', '@acme.test', 'maria@', 'a@b@c', 'ma ria@acme.test'])('%s is none', (email) => {
    expect(problemsOf({ email })).toEqual([['INVALID', 'input.email']]);
  });

  it('all faults are told at once', () => {
    expect(problemsOf({ displayName: 'x'.repeat(301), email: 'x'.repeat(255) })).toEqual([
      ['TOO_LONG', 'input.displayName'],
      ['TOO_LONG', 'input.email'],
      ['INVALID', 'input.email'],
    ]);
  });
});
