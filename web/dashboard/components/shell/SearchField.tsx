import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useState, type Ref } from 'react';
import { t } from '../../language/t';

/** How long the agent must pause before the server is asked. */
const PAUSE_MS = 200;
const MAX_CHARACTERS = 300;

export interface SearchFieldProps {
  readonly ref: Ref<HTMLInputElement>;
  /** What is searched for now; the field follows when that changes from elsewhere. */
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

/** Asks for visitors by name, e-mail, id or page once the typing pauses. */
export function SearchField({ ref, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const search = useDebouncedCallback((wanted: string) => onSearch(wanted.trim()), PAUSE_MS);
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const change = (wanted: string): void => {
    setText(wanted);
    search(wanted);
  };
  return (
    <TextInput
      ref={ref}
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
