import { getOperationAST, Kind, OperationTypeNode } from 'graphql';
import { addressBlock } from '../../address-block';
import type { Bucket, Taken } from '../../rate-limits/bucket';
import type { BucketKind, RateLimits } from '../../rate-limits/rate-limits';
import { apiError } from '../api-error';
import type { Credential } from '../credential';
import { operationCost, type PricedOperation } from './operation-cost';

/** What an operation was charged, or would be. */
export interface Charge extends Bucket, Taken {
  readonly cost: number;
}

const HIGHEST_COST = 1_000;
/** They are paid for where their visitor is known. */
const WIDGET_CALLS: ReadonlySet<string> = new Set(['identify', 'heartbeat', 'recordPageView', 'disconnect']);

/** What operations may cost, and who pays. The same for every transport. */
export class OperationCharges {
  constructor(private readonly limits: RateLimits) {}

  /** Charges a credential what the operation costs. Throws QUERY_TOO_COMPLEX when nobody could pay it. */
  async charge(operation: PricedOperation, credential: Credential): Promise<Charge> {
    const cost = affordableCost(operation);
    const [kind, holder] = payerOf(credential);
    // A subscription pays as it goes.
    const isSubscription = kindOf(operation) === OperationTypeNode.SUBSCRIPTION;
    return this.take(kind, holder, isSubscription ? 1 : cost);
  }

  /** One more started minute of a subscription. */
  chargeMinute(credential: Credential): Promise<Charge> {
    const [kind, holder] = payerOf(credential);
    return this.take(kind, holder, 1);
  }

  /** Charges the address of somebody without a credential; null when the calls in it are paid for elsewhere. */
  async chargeAddress(operation: PricedOperation, address: string): Promise<Charge | null> {
    return isWidgetCall(operation) ? null : this.take('address', addressBlock(address), 1);
  }

  private async take(kind: BucketKind, holder: string, cost: number): Promise<Charge> {
    return { ...this.limits.bucket(kind), ...(await this.limits.take(kind, holder, cost)), cost };
  }
}

function affordableCost(operation: PricedOperation): number {
  const cost = operationCost(operation);
  if (cost <= HIGHEST_COST) return cost;
  throw apiError(
    'QUERY_TOO_COMPLEX',
    `An operation may cost at most ${HIGHEST_COST} points, this one costs ${cost}: ask for fewer objects at once.`,
  );
}

function payerOf(credential: Credential): [kind: BucketKind, holder: string] {
  return credential.kind === 'AGENT' ? ['agent', credential.agent.id] : ['apiKey', credential.apiKey.id];
}

function kindOf({ document, operationName }: PricedOperation): OperationTypeNode | undefined {
  return getOperationAST(document, operationName)?.operation;
}

function isWidgetCall({ document, operationName }: PricedOperation): boolean {
  const operation = getOperationAST(document, operationName);
  return (
    operation?.operation === OperationTypeNode.MUTATION &&
    operation.selectionSet.selections.every(
      (selection) => selection.kind === Kind.FIELD && WIDGET_CALLS.has(selection.name.value),
    )
  );
}
