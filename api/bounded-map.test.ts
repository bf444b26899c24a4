import { BoundedMap } from './bounded-map';

it('[X-40] forgets what was set longest ago when it is full', () => {
  const map = new BoundedMap<number>(2);

  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);

  expect([map.size, map.get('a'), map.get('b'), map.get('c')]).toEqual([2, 3, undefined, 4]);
});
