/** What a caller can mend; the contract's UserErrorCode names the same ones. */
export type UserProblemCode =
  | 'INVALID'
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'TOO_MANY'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'SITE_UNKNOWN'
  | 'ORIGIN_NOT_ALLOWED'
  | 'IDENTITY_SIGNATURE_REQUIRED'
  | 'IDENTITY_SIGNATURE_INVALID'
  | 'VISITOR_TOKEN_INVALID'
  | 'VISITOR_TOKEN_EXPIRED'
  | 'VISITOR_FORGOTTEN'
  | 'SESSION_ENDED'
  | 'INVALID_CREDENTIALS';

export interface UserProblemDetail {
  readonly code: UserProblemCode;
  readonly message: string;
  /** Path of the input field; null when no single field is to blame. */
  readonly field: readonly string[] | null;
}

/** A refusal the caller can act on; answered as `userErrors`, never as a fault of ours. */
export class UserProblem extends Error {
  override readonly name = 'UserProblem';

  constructor(readonly problems: readonly UserProblemDetail[]) {
    super(problems.map(({ message }) => message).join(' '));
  }

  static of(code: UserProblemCode, message: string, ...field: string[]): UserProblem {
    return new UserProblem([{ code, message, field: field.length > 0 ? ['input', ...field] : null }]);
  }
}
