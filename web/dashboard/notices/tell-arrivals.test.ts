import { toastText } from '../announcements/toast-text';
import { visitorCard } from '../testing/visitor-card';
import { tellArrivals } from './tell-arrivals';
import { unseenArrivals } from './unseen-arrivals';
import { watchedVisitors } from './watched-visitors';

const maria = visitorCard({ id: 'vis_maria' });
const lea = visitorCard({ id: 'vis_lea', displayName: 'Lea' });
const focus = (hasFocus: boolean) => jest.spyOn(document, 'hasFocus').mockReturnValue(hasFocus);

afterEach(() => {
  jest.restoreAllMocks();
  watchedVisitors.set(new Set());
  unseenArrivals.set(0);
  toastText.set(null);
});

describe('what an agent is told of arrivals', () => {
  it('[D-18] counts in the title of a tab that is not looked at', () => {
    focus(false);

    tellArrivals([maria, lea]);
    tellArrivals([lea]);

    expect(unseenArrivals.get()).toBe(3);
    expect(toastText.get()).toBeNull();
  });

  it('[D-18] is quiet while the agent looks', () => {
    focus(true);

    tellArrivals([maria, lea]);

    expect(unseenArrivals.get()).toBe(0);
    expect(toastText.get()).toBeNull();
  });

  it('[D-18] names the visitor whom the agent has asked about', () => {
    focus(true);
    watchedVisitors.set(new Set(['vis_maria']));

    tellArrivals([lea, maria]);

    expect(toastText.get()).toBe('Maria Silva is online');
  });
});
