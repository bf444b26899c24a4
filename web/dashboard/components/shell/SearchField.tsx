import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../language/t';

/** How long the agent must pause before the server is asked. */
const PAUSE_MS = 200;
const MAX_CHARACTERS = 300;

export interface SearchFieldProps {
  readonly initial: string;
  readonly onSearch: (search: string) => void;
}

/** Asks for visitors by name, e-mail, id or page once the typing pauses. "/" goes there from anywhere. */
export function SearchField({ initial, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(initial);
  const input = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((wanted: string) => onSearch(wanted.trim()), PAUSE_MS);
  const change = (wanted: string): void => {
    setText(wanted);
    search(wanted);
  };
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      aria-label={t('search.label')}
      placeholder={t('search.label')}
      value={text}
      maxLength={MAX_CHARACTERS}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<Search size={15} aria-hidden="true" />}
      rightSection={
        text === '' ? (
          <Kbd size="xs" aria-hidden="true">
            /
          </Kbd>
        ) : (
          <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => change('')} />
        )
      }
    />
  );
}
