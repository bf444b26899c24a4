import { configure } from '@testing-library/dom';
import '@testing-library/jest-dom';

// jsdom draws nothing, so it lacks what only a screen has. The component kit asks for these at mount.
class NoResize implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const noMediaMatches = (query: string): MediaQueryList => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => {},
  removeListener: () => {},
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
});

if (typeof window !== 'undefined') {
  Object.defineProperty(window, 'matchMedia', { writable: true, value: noMediaMatches });
  Object.defineProperty(window, 'ResizeObserver', { writable: true, value: NoResize });
  // A window as wide as a desktop's; jsdom has every element 0 wide.
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 1_200 });
  Object.defineProperty(window, 'scrollTo', { writable: true, value: () => {} });
}

// Nothing waits this long by itself: it is what a loaded machine may take to draw.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
