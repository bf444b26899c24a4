import { registerEnumType } from 'type-graphql';

export enum AgentRole {
  ADMIN = 'ADMIN',
  MEMBER = 'MEMBER',
}

registerEnumType(AgentRole, {
  name: 'AgentRole',
  description: 'How much an agent may change.',
  valuesConfig: {
    ADMIN: { description: 'May also change settings, keys, agents and webhooks, and erase.' },
    MEMBER: { description: 'May see and edit visitors.' },
  },
});
