import type { ErrorCode } from '../contract/errors.ts';

/** A refusal with a reason the caller can act on. Anything else that is thrown is a defect and reaches nobody but the log. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** For the default branch of an exhaustive switch over data from outside the type checker's sight. */
export function unreachable(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
