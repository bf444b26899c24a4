import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Lamp light; the filled shade is dark enough for white text on it. */
const amber: MantineColorsTuple = [
  '#fff8ec',
  '#fdecd0',
  '#fbd9a0',
  '#f8c46c',
  '#f5b04c',
  '#e8912a',
  '#cf6f10',
  '#b45309',
  '#964407',
  '#7a3706',
];

export const DASHBOARD_THEME = createTheme({
  primaryColor: 'amber',
  primaryShade: 7,
  colors: { amber },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Otherwise a menu holds an element that no menu may hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // Stays while it is pointed at, for those who see little of the screen at a time.
    Tooltip: { defaultProps: { interactive: true } },
  },
});
