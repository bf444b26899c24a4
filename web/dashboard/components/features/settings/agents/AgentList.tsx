import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReadAgentsQuery } from '../../../../../generated/settings/graphql';
import { REMOVE_AGENT } from '../documents/remove-agent';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import list from '../parts/RowList.module.css';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';

type Agent = NonNullable<ReadAgentsQuery['site']>['agents'][number];

export interface AgentListProps {
  readonly agents: readonly Agent[];
  readonly ownId: string;
  readonly siteId: string;
  readonly mayRemove: boolean;
  readonly onRemoved: () => void;
}

/** The agents of a site. Nobody removes themselves: that would be a door that closes behind them. */
export function AgentList({ agents, ownId, siteId, mayRemove, onRemoved }: AgentListProps) {
  const [leaving, setLeaving] = useState<Agent | null>(null);
  const remove = useAct(REMOVE_AGENT, (data) => data.removeAgent);
  const close = (): void => {
    setLeaving(null);
    remove.reset();
  };
  const confirm = async (agentId: string): Promise<void> => {
    if (!(await remove.run({ input: { siteId, agentId } }))) return;
    close();
    onRemoved();
  };
  const isLastAdmin = remove.problems.some(({ code }) => code === 'CONFLICT');
  const refusal = isLastAdmin ? 'settings.agents.lastAdmin' : 'settings.agents.gone';
  const problem = remove.failure ?? (remove.problems.length > 0 ? refusal : null);
  return (
    <>
      <ul className={list.rows} aria-label={t('settings.agents')}>
        {agents.map((agent) => (
          <li key={agent.id} className={list.row}>
            <div className={list.main}>
              <span className={list.name}>
                <bdi>{agent.displayName}</bdi>
                {agent.id === ownId ? <span className={list.note}> {t('settings.agents.you')}</span> : null}
              </span>
              <span className={list.detail}>
                <bdi dir="ltr">{agent.email}</bdi>
              </span>
            </div>
            <span className={list.mark} data-strong={agent.role === 'ADMIN'}>
              {t(agent.role === 'ADMIN' ? 'settings.role.admin' : 'settings.role.member')}
            </span>
            {mayRemove && agent.id !== ownId ? (
              <Button
                variant="default"
                size="compact-md"
                aria-label={t('settings.agents.removeName', { name: agent.displayName })}
                onClick={() => setLeaving(agent)}
              >
                {t('settings.agents.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('settings.agents.removeTitle', { name: leaving?.displayName ?? '' })}
        confirm={t('settings.agents.remove')}
        isBusy={remove.isBusy}
        problem={problem && t(problem)}
        onConfirm={() => leaving && void confirm(leaving.id)}
        onClose={close}
      >
        {t('settings.agents.removeText')}
      </ConfirmDialog>
    </>
  );
}
