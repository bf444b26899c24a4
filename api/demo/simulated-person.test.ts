import { simulatedPerson } from './simulated-person';

const crowd = Array.from({ length: 300 }, (_, index) => simulatedPerson(index));

it('a number is the same person at every start', () => {
  expect(crowd.map((_, index) => simulatedPerson(index))).toEqual(crowd);
});

it('no two known people share an id, a name or an e-mail address', () => {
  for (const field of ['externalId', 'email'] as const) {
    const known = crowd.map((person) => person[field]).filter(Boolean);
    expect(new Set(known).size).toBe(known.length);
  }
  expect(new Set(crowd.slice(0, 50).map(({ displayName }) => displayName)).size).toBeGreaterThan(30);
});

it('addresses are plain and go nowhere', () => {
  for (const { email } of crowd) if (email) expect(email).toMatch(/^[a-z]+\.[a-z]+\d*@example\.com$/);
});

it('some are anonymous, most are not, and they come from many places with many browsers', () => {
  const anonymous = crowd.filter(({ displayName }) => !displayName);

  expect(anonymous.length).toBeGreaterThan(50);
  expect(anonymous.length).toBeLessThan(150);
  expect(new Set(crowd.slice(0, 30).map(({ timeZone }) => timeZone)).size).toBeGreaterThan(5);
  expect(new Set(crowd.slice(0, 30).map(({ userAgent }) => userAgent)).size).toBeGreaterThan(5);
});
