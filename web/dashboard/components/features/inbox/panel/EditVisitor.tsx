import { ActionIcon, Alert, Button, Group, Modal, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { toast } from '../../../../announcements/toast';
import { useConnection } from '../../../../connection/use-connection';
import { UPDATE_VISITOR } from '../../../../documents/update-visitor';
import { t } from '../../../../language/t';
import type { VisitorCardFragment } from '../../../../../generated/graphql';
import styles from './EditVisitor.module.css';
import { traitLines } from './trait-lines';
import type { Visit } from './use-visit';

const MAX_NAME = 300;
const MAX_EMAIL = 254;
const MAX_TRAITS = 50;

export interface EditVisitorProps {
  readonly visitor: VisitorCardFragment;
  readonly traits: Visit['traits'] | null;
  readonly onClose: () => void;
}

/** Name, e-mail and traits to correct; what is emptied is cleared. */
export function EditVisitor({ visitor, traits, onClose }: EditVisitorProps) {
  const { client } = useConnection();
  const [displayName, setDisplayName] = useState(visitor.displayName ?? '');
  const [email, setEmail] = useState(visitor.email ?? '');
  const [lines, setLines] = useState(() => traitLines.read(traits ?? {}));
  const [state, setState] = useState<'editing' | 'busy' | 'unclear' | 'refused' | 'failed'>('editing');
  const [atFirst] = useState({ displayName, email, lines });
  const isChanged = displayName !== atFirst.displayName || email !== atFirst.email || lines !== atFirst.lines;

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!traitLines.areClear(lines)) return setState('unclear');
    setState('busy');
    const input = {
      visitorId: visitor.id,
      displayName: displayName.trim() || null,
      email: email.trim() || null,
      traits: traitLines.write(lines, traits ?? {}),
    };
    try {
      const { data } = await client.mutate({ mutation: UPDATE_VISITOR, variables: { input } });
      if (!data?.updateVisitor?.visitor) return setState('refused');
      toast(t('edit.saved'));
      onClose();
    } catch {
      setState('failed');
    }
  };
  const changeLine = (at: number, part: Partial<(typeof lines)[number]>): void =>
    setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <Modal
      opened
      lockScroll={false}
      // A stray click or key must not cost what was typed.
      closeOnClickOutside={!isChanged}
      closeOnEscape={!isChanged}
      onClose={onClose}
      title={t('edit.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextInput
          data-autofocus
          label={t('edit.name')}
          maxLength={MAX_NAME}
          value={displayName}
          onChange={({ currentTarget }) => setDisplayName(currentTarget.value)}
        />
        <TextInput
          label={t('detail.email')}
          dir="ltr"
          maxLength={MAX_EMAIL}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <fieldset className={styles.traits}>
          <legend>{t('edit.traits')}</legend>
          {lines.map((line, at) => (
            <div key={line.id} className={styles.trait}>
              <TextInput
                aria-label={t('filter.traitKey')}
                value={line.key}
                onChange={({ currentTarget }) => changeLine(at, { key: currentTarget.value })}
              />
              <TextInput
                aria-label={t('filter.traitValue')}
                value={line.value}
                onChange={({ currentTarget }) => changeLine(at, { value: currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('edit.removeTrait', { key: line.key })}
                onClick={() => setLines(lines.filter(({ id }) => id !== line.id))}
              >
                <X size={16} aria-hidden="true" />
              </ActionIcon>
            </div>
          ))}
          {lines.length < MAX_TRAITS ? (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<Plus size={14} aria-hidden="true" />}
              onClick={() => setLines([...lines, traitLines.empty()])}
            >
              {t('edit.addTrait')}
            </Button>
          ) : null}
        </fieldset>
        <p className={styles.hint}>{t('edit.hint')}</p>
        {state === 'unclear' || state === 'refused' || state === 'failed' ? (
          <Alert role="alert" color="red">
            {t(`edit.${state}`)}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={state === 'busy'}>
            {t('dialog.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
