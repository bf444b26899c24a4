import { installationState } from './installation-state';

const AT_11 = '2026-11-25T11:00:00.000Z';
const AT_12 = '2026-11-25T12:00:00.000Z';

describe('whether a site is heard', () => {
  it.each([
    [null, null, 'waiting'],
    [AT_11, null, 'heard'],
    [null, AT_11, 'refused'],
    [AT_11, AT_12, 'refused'],
    [AT_12, AT_11, 'heard'],
  ])('is what happened last: heard at %p, refused at %p, so %s', (lastIdentifyAt, lastRefusalAt, state) => {
    expect(installationState({ lastIdentifyAt, lastRefusalAt })).toBe(state);
  });
});
