import { Fragment, type ReactNode } from 'react';
import type { MessageId } from './catalogue';
import { t } from './t';

export interface TransProps {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, ReactNode>>;
}

/** Characters of nobody's alphabet, around the name of a value. */
const PLACE = /\ue000(\w+)\ue001/u;

/** A text with elements in it, each where the agent's language wants it. */
export function Trans({ id, values }: TransProps) {
  const places = Object.keys(values).map((name) => [name, `\ue000${name}\ue001`]);
  const parts = t(id, Object.fromEntries(places) as Record<string, string>).split(PLACE);
  return parts.map((part, index) => <Fragment key={index}>{index % 2 === 1 ? values[part] : part}</Fragment>);
}
