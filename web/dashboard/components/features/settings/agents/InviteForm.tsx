import { Button, Radio, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { AgentRole, InviteAgentMutation } from '../../../../../generated/settings/graphql';
import { INVITE_AGENT } from '../documents/invite-agent';
import { fieldProblem } from '../field-problem';
import form from '../parts/Form.module.css';
import { Problem } from '../parts/Problem';
import { Said } from '../parts/Said';
import { SecretDialog } from '../parts/SecretDialog';
import { SettingsCard } from '../parts/SettingsCard';
import { useAct } from '../use-act';
import { t } from '../../../../language/t';

export interface InviteFormProps {
  readonly siteId: string;
  readonly onInvited: () => void;
}

type Invited = NonNullable<InviteAgentMutation['inviteAgent']>;

const NOBODY = { displayName: '', email: '', role: 'MEMBER' as AgentRole };

/** Lets somebody work on the site. Nothing is sent: the admin hands over the password that is shown. */
export function InviteForm({ siteId, onInvited }: InviteFormProps) {
  const [who, setWho] = useState(NOBODY);
  const [invited, setInvited] = useState<Invited | null>(null);
  const { isBusy, failure, problems, run } = useAct(INVITE_AGENT, (data) => data.inviteAgent);
  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setInvited(null);
    const done = await run({ input: { siteId, ...who } });
    if (!done) return;
    setInvited(done);
    setWho(NOBODY);
    onInvited();
  };
  const nameProblem = fieldProblem(problems, 'displayName', {
    REQUIRED: 'settings.problem.agentName',
    TOO_LONG: 'settings.problem.tooLong',
  });
  const emailProblem = fieldProblem(problems, 'email', {
    INVALID: 'settings.problem.email',
    TOO_LONG: 'settings.problem.tooLong',
    CONFLICT: 'settings.problem.emailTaken',
  });
  const agent = invited?.agent;
  const joined = agent && !invited.oneTimePassword ? agent.displayName : null;
  return (
    <SettingsCard title={t('settings.invite')} lead={t('settings.invite.lead')}>
      <form className={form.form} onSubmit={(event) => void invite(event)}>
        <TextInput
          label={t('settings.invite.name')}
          required
          withAsterisk={false}
          autoComplete="off"
          value={who.displayName}
          error={nameProblem && t(nameProblem)}
          onChange={({ currentTarget }) => setWho({ ...who, displayName: currentTarget.value })}
        />
        <TextInput
          label={t('settings.invite.email')}
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          value={who.email}
          error={emailProblem && t(emailProblem)}
          onChange={({ currentTarget }) => setWho({ ...who, email: currentTarget.value })}
        />
        <Radio.Group
          label={t('settings.invite.role')}
          value={who.role}
          onChange={(role) => setWho({ ...who, role: role })}
        >
          <div className={form.choices}>
            <Radio
              value="MEMBER"
              label={t('settings.role.member')}
              description={t('settings.role.memberText')}
            />
            <Radio
              value="ADMIN"
              label={t('settings.role.admin')}
              description={t('settings.role.adminText')}
            />
          </div>
        </Radio.Group>
        <Problem text={failure && t(failure)} />
        <div className={form.actions}>
          <Said text={joined ? t('settings.invite.joined', { name: joined }) : ''} />
          <Button type="submit" loading={isBusy}>
            {t('settings.invite.submit')}
          </Button>
        </div>
      </form>
      <SecretDialog
        title={t('settings.invite.password', { name: agent?.displayName ?? '' })}
        label={t('settings.invite.oneTime')}
        secret={invited?.oneTimePassword ?? null}
        onClose={() => setInvited(null)}
      >
        {t('settings.invite.passwordText', { email: agent?.email ?? '' })}
      </SecretDialog>
    </SettingsCard>
  );
}
