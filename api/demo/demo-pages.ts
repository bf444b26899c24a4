/** A page of the demo shop as a visitor's browser would report it. */
export interface DemoPage {
  readonly path: string;
  readonly title: string;
  /** Where visitors go from here. */
  readonly next: readonly string[];
}

/** The demo shop: the addresses and titles of its pages, and how people wander between them. */
export const DEMO_PAGES: readonly DemoPage[] = [
  { path: '/demo/', title: 'Home – Wick & Co.', next: ['/demo/lamps', '/demo/care', '/demo/builder'] },
  {
    path: '/demo/lamps',
    title: 'Lamps and prices – Wick & Co.',
    next: ['/demo/', '/demo/care', '/demo/builder'],
  },
  { path: '/demo/care', title: 'Care guide – Wick & Co.', next: ['/demo/lamps', '/demo/'] },
  {
    path: '/demo/builder',
    title: 'Build your lamp – Wick & Co.',
    next: ['/demo/builder/wood', '/demo/lamps'],
  },
  {
    path: '/demo/builder/wood',
    title: 'Choose a wood – Wick & Co.',
    next: ['/demo/builder/shade', '/demo/care'],
  },
  { path: '/demo/builder/shade', title: 'Choose a shade – Wick & Co.', next: ['/demo/builder/summary'] },
  { path: '/demo/builder/summary', title: 'Your lamp – Wick & Co.', next: ['/demo/', '/demo/lamps'] },
];
