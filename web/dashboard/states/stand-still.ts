const AT_MS = Date.parse('2026-11-25T12:00:00.000Z');
const startedMs = performance.now();

// Every state is of this instant, so that "3 min" is the same in every picture. Imported before anything reads a clock.
Date.now = () => AT_MS + performance.now() - startedMs;
