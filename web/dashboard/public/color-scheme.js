// Runs before the first paint, so that a dark room is never flashed. The key is the one the theme switch writes.
(function () {
  var chosen = null;
  try {
    chosen = window.localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be forbidden; the system's wish decides then.
  }
  var isChosen = chosen === 'light' || chosen === 'dark';
  var systemIsDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  var scheme = isChosen ? chosen : systemIsDark ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();
