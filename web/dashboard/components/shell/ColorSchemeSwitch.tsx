import { ActionIcon, Tooltip, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react';

const SCHEMES: Record<MantineColorScheme, { name: string; icon: LucideIcon; next: MantineColorScheme }> = {
  auto: { name: 'as the system', icon: Monitor, next: 'light' },
  light: { name: 'light', icon: Sun, next: 'dark' },
  dark: { name: 'dark', icon: Moon, next: 'auto' },
};

/** Goes round the three themes. The choice outlives the visit. */
export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { name, icon: Icon, next } = SCHEMES[colorScheme];
  return (
    <Tooltip label={`Theme: ${name}`} withArrow>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={`Theme: ${name}. Switch to ${SCHEMES[next].name}`}
        onClick={() => setColorScheme(next)}
      >
        <Icon size={17} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
