/** A part of the settings, and the last step of its address. */
export type SectionId = 'site' | 'install' | 'agents' | 'keys' | 'audit' | 'new-site' | 'password';
