import { useMediaQuery } from '@mantine/hooks';

/** Whether the screen is so narrow that visitors are cards instead of rows. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
}
