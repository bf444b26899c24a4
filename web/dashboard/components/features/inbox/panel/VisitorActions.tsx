import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { Bell, BellRing, Copy, Download, EllipsisVertical, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { toast } from '../../../../announcements/toast';
import { useConnection } from '../../../../connection/use-connection';
import { t } from '../../../../language/t';
import { lazyDialog } from '../../../../lazy-dialog';
import { watchedVisitors } from '../../../../notices/watched-visitors';
import { visitorName } from '../../../../text/visitor-name';
import { useStore } from '../../../../use-store';
import type { VisitorCardFragment } from '../../../../../generated/graphql';
import { exportVisitor } from './export-visitor';
import { saveFile } from './save-file';
import type { Visit } from './use-visit';
import styles from './VisitorActions.module.css';

const EditVisitor = lazyDialog(() => import('./EditVisitor').then((module) => module.EditVisitor));
const ForgetVisitor = lazyDialog(() => import('./ForgetVisitor').then((module) => module.ForgetVisitor));

export interface VisitorActionsProps {
  readonly visitor: VisitorCardFragment;
  readonly traits: Visit['traits'] | null;
  readonly siteId: string;
  readonly canForget: boolean;
  readonly isOnline: boolean;
}

/** What can be done with a visitor beyond looking. */
export function VisitorActions({ visitor, traits, siteId, canForget, isOnline }: VisitorActionsProps) {
  const { client } = useConnection();
  const [dialog, setDialog] = useState<'edit' | 'forget' | null>(null);
  const close = (): void => setDialog(null);
  const save = async (): Promise<void> => {
    try {
      const everything = await exportVisitor(client, { id: visitor.id, siteId });
      saveFile(`${visitor.id}.json`, JSON.stringify(everything, null, 2));
    } catch {
      toast(t('export.failed'));
    }
  };
  const copyId = (): void => {
    navigator.clipboard.writeText(visitor.id).then(
      () => toast(t('action.idCopied')),
      () => toast(t('panel.linkNotCopied')),
    );
  };
  return (
    <>
      {isOnline ? null : <WatchButton visitor={visitor} />}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="md" aria-label={t('action.more')}>
            <EllipsisVertical size={16} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Copy size={15} aria-hidden="true" />} onClick={copyId}>
            {t('action.copyId')}
          </Menu.Item>
          <Menu.Item leftSection={<Pencil size={15} aria-hidden="true" />} onClick={() => setDialog('edit')}>
            {t('action.edit')}
          </Menu.Item>
          <Menu.Item leftSection={<Download size={15} aria-hidden="true" />} onClick={() => void save()}>
            {t('action.export')}
          </Menu.Item>
          {canForget ? (
            <Menu.Item
              className={styles.forget}
              leftSection={<Trash2 size={15} aria-hidden="true" />}
              onClick={() => setDialog('forget')}
            >
              {t('action.forget')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'edit' ? <EditVisitor visitor={visitor} traits={traits} onClose={close} /> : null}
        {dialog === 'forget' ? <ForgetVisitor visitor={visitor} onClose={close} /> : null}
      </Suspense>
    </>
  );
}

function WatchButton({ visitor }: { readonly visitor: VisitorCardFragment }) {
  const isWatched = useStore(watchedVisitors, (ids) => ids.has(visitor.id));
  const label = t(isWatched ? 'action.unwatch' : 'action.watch', { name: visitorName(visitor) });
  const turn = (): void => {
    const ids = new Set(watchedVisitors.get());
    if (!ids.delete(visitor.id)) ids.add(visitor.id);
    watchedVisitors.set(ids);
  };
  const Icon = isWatched ? BellRing : Bell;
  return (
    <Tooltip label={label} withArrow>
      <ActionIcon
        variant={isWatched ? 'light' : 'subtle'}
        color={isWatched ? 'amber' : 'gray'}
        size="md"
        aria-pressed={isWatched}
        aria-label={label}
        onClick={turn}
      >
        <Icon size={16} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
