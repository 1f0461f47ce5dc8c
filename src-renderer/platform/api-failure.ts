import type { ErrorBody, ErrorCode } from '../../backend/contract/errors.ts';

/** A refusal of the API, or what can go wrong before there is one. Every code has words in both languages. */
export type FailureCode = ErrorCode | 'unreachable' | 'unexpected-answer' | 'wrong-credentials';

export type FieldProblem = NonNullable<ErrorBody['error']['fields']>[number];

/** What every method of the api rejects with. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly fields: readonly FieldProblem[];

  /** In so many seconds it may be tried again; null where that is not known. */
  readonly retryAfter: number | null;

  constructor(
    code: FailureCode,
    message: string,
    fields: readonly FieldProblem[] = [],
    retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ApiFailure';
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }
}

/** The code to put into words for anything that was thrown. */
export function failureCode(error: unknown): FailureCode {
  return error instanceof ApiFailure ? error.code : 'internal';
}
