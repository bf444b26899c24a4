import { Code, History, KeyRound, LockKeyhole, Plus, SlidersHorizontal, Users } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { SectionId } from './section-id';
import type { MessageId } from '../../../language/catalogue';

export interface Section {
  readonly id: SectionId;
  readonly title: MessageId;
  readonly icon: LucideIcon;
  readonly isForAdmins: boolean;
}

/** The parts of the settings, in the order of the navigation. Each is a last step of the address, too. */
export const SECTIONS: readonly Section[] = [
  { id: 'install', title: 'settings.install', icon: Code, isForAdmins: false },
  { id: 'site', title: 'settings.site', icon: SlidersHorizontal, isForAdmins: true },
  { id: 'agents', title: 'settings.agents', icon: Users, isForAdmins: false },
  { id: 'keys', title: 'settings.keys', icon: KeyRound, isForAdmins: true },
  { id: 'audit', title: 'settings.audit', icon: History, isForAdmins: true },
  { id: 'new-site', title: 'settings.newSite', icon: Plus, isForAdmins: true },
  { id: 'password', title: 'settings.password', icon: LockKeyhole, isForAdmins: false },
];
