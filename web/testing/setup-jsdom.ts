import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';

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

window.matchMedia ??= noMediaMatches;
window.ResizeObserver ??= NoResize;
Element.prototype.scrollIntoView ??= () => {};
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;
URL.canParse ??= (url: string) => {
  try {
    new URL(url);
    return true;
  } catch {
    return false;
  }
};

configure({ asyncUtilTimeout: 3_000 });
