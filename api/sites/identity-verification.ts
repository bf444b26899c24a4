import { registerEnumType } from 'type-graphql';

export enum IdentityVerification {
  OFF = 'OFF',
  OPTIONAL = 'OPTIONAL',
  REQUIRED = 'REQUIRED',
}

registerEnumType(IdentityVerification, {
  name: 'IdentityVerification',
  description: 'Whether pages have to prove who their visitor is.',
  valuesConfig: {
    OFF: { description: 'Signatures are ignored and nobody is verified.' },
    OPTIONAL: {
      description: 'With a right signature the visitor is verified; without one a visitor of its own.',
    },
    REQUIRED: {
      description: 'Without a right signature nothing that names or describes a person is accepted.',
    },
  },
});
