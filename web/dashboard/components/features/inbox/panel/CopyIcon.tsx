import { ActionIcon, CopyButton, Tooltip } from '@mantine/core';
import { Check, Copy, Link, type LucideIcon } from 'lucide-react';

const SHOWN_MS = 2_000;

export interface CopyIconProps {
  readonly value: string;
  /** What a press does, such as "Copy link". */
  readonly label: string;
  /** What is said after it, such as "Link copied". */
  readonly done: string;
  readonly icon?: 'copy' | 'link';
}

const ICONS: Record<NonNullable<CopyIconProps['icon']>, LucideIcon> = { copy: Copy, link: Link };

/** A small button that copies a text and says so. */
export function CopyIcon({ value, label, done, icon = 'copy' }: CopyIconProps) {
  const Icon = ICONS[icon];
  return (
    <CopyButton value={value} timeout={SHOWN_MS}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? done : label} withArrow>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={copied ? done : label}
            onClick={copy}
          >
            {copied ? <Check size={16} aria-hidden="true" /> : <Icon size={16} aria-hidden="true" />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}
