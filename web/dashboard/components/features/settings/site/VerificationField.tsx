import { Radio } from '@mantine/core';
import type { IdentityVerification } from '../../../../../generated/settings/graphql';
import type { MessageId } from '../../../../language/catalogue';
import { t } from '../../../../language/t';
import styles from './VerificationField.module.css';

interface Mode {
  readonly mode: IdentityVerification;
  readonly title: MessageId;
  readonly meaning: MessageId;
}

const MODES: readonly Mode[] = [
  { mode: 'OFF', title: 'settings.verification.off', meaning: 'settings.verification.offText' },
  {
    mode: 'OPTIONAL',
    title: 'settings.verification.optional',
    meaning: 'settings.verification.optionalText',
  },
  {
    mode: 'REQUIRED',
    title: 'settings.verification.required',
    meaning: 'settings.verification.requiredText',
  },
];

export interface VerificationFieldProps {
  readonly value: IdentityVerification;
  readonly onChange: (value: IdentityVerification) => void;
}

/** Whether pages have to prove who their visitor is, and what each answer means. */
export function VerificationField({ value, onChange }: VerificationFieldProps) {
  return (
    <Radio.Group
      label={t('settings.verification')}
      description={t('settings.verificationText')}
      value={value}
      onChange={(mode) => onChange(mode)}
    >
      <div className={styles.modes}>
        {MODES.map(({ mode, title, meaning }) => (
          <Radio key={mode} value={mode} label={t(title)} description={t(meaning)} />
        ))}
      </div>
    </Radio.Group>
  );
}
