import { READ_AGENTS } from '../documents/read-agents';
import { Loaded } from '../parts/Loaded';
import { SettingsCard } from '../parts/SettingsCard';
import { useAsked } from '../use-asked';
import { t } from '../../../../language/t';
import { AgentList } from './AgentList';
import { InviteForm } from './InviteForm';

export interface AgentsSectionProps {
  readonly siteId: string;
  /** Who is looking. */
  readonly agentId: string;
  readonly isAdmin: boolean;
}

/** Who works on the site; for admins also who else shall, and who no longer. */
export function AgentsSection({ siteId, agentId, isAdmin }: AgentsSectionProps) {
  const asked = useAsked(READ_AGENTS, { siteId }, ({ site }) => site?.agents);
  return (
    <>
      <SettingsCard
        title={t('settings.agents')}
        lead={t(isAdmin ? 'settings.agents.lead' : 'settings.agents.leadMember')}
      >
        <Loaded value={asked.value} hasFailed={asked.hasFailed} onRetry={asked.again}>
          {(agents) => (
            <AgentList
              agents={agents}
              ownId={agentId}
              siteId={siteId}
              mayRemove={isAdmin}
              onRemoved={asked.again}
            />
          )}
        </Loaded>
      </SettingsCard>
      {isAdmin ? <InviteForm siteId={siteId} onInvited={asked.again} /> : null}
    </>
  );
}
