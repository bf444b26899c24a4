import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { DASHBOARD_THEME } from '../theme/dashboard-theme';

/** The component kit without its transitions, for nothing waits in a test. */
export function KitProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={DASHBOARD_THEME} env="test" withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  );
}
