import { agreeingCounts } from './agreeing-counts';

it('those online and those offline are all', () => {
  expect(agreeingCounts(11, 4)).toEqual({ all: 11, online: 4, offline: 7 });
});

it('there are never more visitors online than there are visitors', () => {
  expect(agreeingCounts(11, 12)).toEqual({ all: 12, online: 12, offline: 0 });
});

it('what is unknown stays unknown', () => {
  expect(agreeingCounts(11, null)).toEqual({ all: 11, online: null, offline: null });
  expect(agreeingCounts(null, 4)).toEqual({ all: null, online: 4, offline: null });
});
