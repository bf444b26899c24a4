import { ActionIcon, Tooltip, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import { t } from '../../language/t';

const SCHEMES: Record<MantineColorScheme, { icon: LucideIcon; next: MantineColorScheme }> = {
  auto: { icon: Monitor, next: 'light' },
  light: { icon: Sun, next: 'dark' },
  dark: { icon: Moon, next: 'auto' },
};

// To hold transitions back the kit would write a style element, which our content policy forbids.
const KEEP = { keepTransitions: true };

/** Goes round the three themes. The choice outlives the visit. */
export const ColorSchemeSwitch = memo(function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme(KEEP);
  const { icon: Icon, next } = SCHEMES[colorScheme];
  return (
    <Tooltip label={t('theme.current', { scheme: colorScheme })} withArrow>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('theme.switch', { scheme: colorScheme, next })}
        onClick={() => setColorScheme(next)}
      >
        <Icon size={17} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
});
