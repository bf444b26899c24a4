import { registerEnumType } from 'type-graphql';

export enum VisitorSort {
  ONLINE_FIRST = 'ONLINE_FIRST',
  LAST_SEEN_DESC = 'LAST_SEEN_DESC',
  LAST_SEEN_ASC = 'LAST_SEEN_ASC',
  FIRST_SEEN_DESC = 'FIRST_SEEN_DESC',
  NAME_ASC = 'NAME_ASC',
}

registerEnumType(VisitorSort, {
  name: 'VisitorSort',
  description: 'An order of visitors. It is total: equal ones are ordered by id.',
  valuesConfig: {
    ONLINE_FIRST: {
      description:
        'Who is online, newest arrival first; then whoever fell silent and is not announced as gone yet; then everybody else as LAST_SEEN_DESC. All as LAST_SEEN_DESC while presence cannot be read.',
    },
    LAST_SEEN_DESC: { description: 'Latest seen first; never seen last.' },
    LAST_SEEN_ASC: { description: 'The exact reverse of LAST_SEEN_DESC.' },
    FIRST_SEEN_DESC: { description: 'Newest visitors first.' },
    NAME_ASC: { description: 'By display name without regard to letter case; nameless ones last.' },
  },
});
