import type { AgentId } from '../contract/ids.ts';
import type { Role } from '../contract/vocabulary.ts';

/** Who is calling the API, proved by a session. */
export interface Caller {
  readonly sessionId: string;
  readonly id: AgentId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** Finds out whose session a request carries, in its cookie or its bearer token. */
export interface Sessions {
  callerOf(headers: Headers): Promise<Caller | null>;
}
