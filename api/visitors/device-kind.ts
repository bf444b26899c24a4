import { registerEnumType } from 'type-graphql';

export enum DeviceKind {
  DESKTOP = 'DESKTOP',
  MOBILE = 'MOBILE',
  TABLET = 'TABLET',
  UNKNOWN = 'UNKNOWN',
}

registerEnumType(DeviceKind, {
  name: 'DeviceKind',
  description: 'The size class of a device.',
  valuesConfig: {
    DESKTOP: { description: 'A desktop or laptop computer.' },
    MOBILE: { description: 'A phone.' },
    TABLET: { description: 'A tablet.' },
    UNKNOWN: { description: 'The browser did not say enough to tell.' },
  },
});
