import type { Visitor } from './visitor.entity';

/** A visitor as identify stored them. */
export interface SeenVisitor {
  readonly visitor: Visitor;
  /** True when this identify told something new about somebody who was known before. */
  readonly isProfileChanged: boolean;
}
