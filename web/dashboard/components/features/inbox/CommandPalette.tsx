import { Kbd, Modal, TextInput, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useState, type KeyboardEvent } from 'react';
import { chooseLanguage } from '../../../language/choose-language';
import type { Language } from '../../../language/language';
import { LANGUAGES } from '../../../language/languages';
import { t } from '../../../language/t';
import { plainView } from '../../../roster/plain-view';
import type { RosterView } from '../../../roster/roster-view';
import styles from './CommandPalette.module.css';

export interface CommandPaletteProps {
  readonly view: RosterView;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly onShow: (view: RosterView) => void;
  readonly onSearch: () => void;
  readonly onShowKeys: () => void;
  readonly onClose: () => void;
}

interface Command {
  readonly name: string;
  readonly key?: string;
  readonly run: () => void;
}

const STATUSES = ['all', 'online', 'offline'] as const;
const SCHEMES = ['light', 'dark', 'auto'] as const;

// Else the kit would write a style element, which our content policy forbids.
const KEEP = { keepTransitions: true };

/** Everything that can be done, found by typing a part of its name. */
export function CommandPalette(props: CommandPaletteProps) {
  const { onClose } = props;
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState(0);
  const all = useCommands(props);
  const found = all.filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const index = Math.min(chosen, Math.max(0, found.length - 1));
  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((index + step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') run(found[index]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      opened
      lockScroll={false}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      yOffset="12dvh"
      attributes={{ content: { 'aria-label': t('palette.label') } }}
    >
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={styles.field}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={found.length > 0 ? `command-${index}` : undefined}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      <div className={styles.list} id="commands" role="listbox" aria-label={t('palette.label')}>
        {found.map((command, at) => (
          <UnstyledButton
            key={command.name}
            id={`command-${at}`}
            className={styles.command}
            role="option"
            tabIndex={-1}
            aria-selected={at === index}
            onClick={() => run(command)}
          >
            {command.name}
            {command.key === undefined ? null : <Kbd size="xs">{command.key}</Kbd>}
          </UnstyledButton>
        ))}
      </div>
      {found.length === 0 ? <p className={styles.none}>{t('palette.none')}</p> : null}
    </Modal>
  );
}

function useCommands({ view, sites, onShow, onSearch, onShowKeys }: CommandPaletteProps): Command[] {
  const { setColorScheme } = useMantineColorScheme(KEEP);
  const others = sites.filter(({ id }) => id !== view.siteId);
  return [
    { name: t('search.label'), key: '/', run: onSearch },
    ...STATUSES.map((filter) => ({
      name: t(`palette.${filter}`),
      run: () => onShow({ ...view, filter }),
    })),
    { name: t('roster.clear'), run: () => onShow(plainView(view.siteId)) },
    ...others.map(({ id, name }) => ({
      name: t('palette.site', { name }),
      run: () => onShow(plainView(id)),
    })),
    ...SCHEMES.map((scheme) => ({
      name: t('theme.current', { scheme }),
      run: () => setColorScheme(scheme),
    })),
    ...Object.entries(LANGUAGES).map(([id, { name }]) => ({
      name,
      run: () => void chooseLanguage(id as Language).catch(() => {}),
    })),
    { name: t('keys.title'), key: '?', run: onShowKeys },
  ];
}
