import type { ErrorCode } from '../contract/errors.ts';

/** The HTTP status of each refusal. 409: the request is fine, the state of things is not. */
export const refusalStatus = {
  'invalid-input': 400,
  'too-large': 413,
  'not-json': 415,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'too-many-requests': 429,
  'do-not-call': 409,
  'outside-calling-hours': 409,
  'call-already-open': 409,
  'conversation-settings-missing': 409,
  'agent-not-reachable': 409,
  'agent-on-a-call': 409,
  'call-over': 409,
  'call-in-progress': 409,
  'call-not-answered': 409,
  'handoff-in-progress': 409,
  'offer-over': 409,
  'transfer-over': 409,
  'carrier-unavailable': 503,
  'changed-elsewhere': 409,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;
