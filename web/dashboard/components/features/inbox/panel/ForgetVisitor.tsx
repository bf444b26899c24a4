import { Alert, Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { toast } from '../../../../announcements/toast';
import { useConnection } from '../../../../connection/use-connection';
import { FORGET_VISITOR } from '../../../../documents/forget-visitor';
import { Trans } from '../../../../language/Trans';
import { t } from '../../../../language/t';
import { visitorName } from '../../../../text/visitor-name';

export interface ForgetVisitorProps {
  readonly visitor: { readonly id: string; readonly displayName: string | null };
  readonly onClose: () => void;
}

/** Asks once more, by name, before a person is erased for good. */
export function ForgetVisitor({ visitor, onClose }: ForgetVisitorProps) {
  const { client } = useConnection();
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking');
  const name = visitorName(visitor);
  const forget = async (): Promise<void> => {
    setState('busy');
    try {
      const { data } = await client.mutate({
        mutation: FORGET_VISITOR,
        variables: { id: visitor.id },
        fetchPolicy: 'no-cache',
      });
      if (!data?.forgetVisitor?.forgottenVisitorId) return setState('failed');
      toast(t('forget.done', { name }));
      onClose();
    } catch {
      setState('failed');
    }
  };
  return (
    <Modal
      opened
      lockScroll={false}
      onClose={onClose}
      title={t('forget.title', { name })}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <p>
        <Trans
          id="forget.text"
          values={{
            name: (
              <b>
                <bdi>{name}</bdi>
              </b>
            ),
          }}
        />
      </p>
      {state === 'failed' ? (
        <Alert role="alert" color="red" mb="md">
          {t('forget.failed')}
        </Alert>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('dialog.cancel')}
        </Button>
        <Button color="red" loading={state === 'busy'} onClick={() => void forget()}>
          {t('forget.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
