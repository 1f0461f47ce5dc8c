import type { AlertLog } from '../calls/alert-log.ts';
import type { Alert } from '../contract/events.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';

/** What is wrong with the server itself, or with all calls at once. */
export type ServerDanger = Extract<
  Alert['kind'],
  | 'backup-failed'
  | 'disk-low'
  | 'webhooks-missing'
  | 'no-agent-for-waiting'
  | 'recordings-stuck'
  | 'spending-near-cap'
  | 'spending-cap-reached'
>;

interface ServerAlertsOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly log: Pick<AlertLog, 'raise' | 'raiseOnce' | 'clearOne'>;
}

/** What is wrong with the server, for as long as it is; each in a transaction of its own. */
export interface ServerAlerts {
  /** Told once, until it is over. */
  inDanger(danger: ServerDanger): void;
  isSafe(danger: ServerDanger): void;
  /** Told again whenever it is another: what is put off, or because of what. Null: nothing is. */
  overloaded(overload: Alert['overload']): void;
}

export function createServerAlerts({ database, log }: ServerAlertsOptions): ServerAlerts {
  return {
    inDanger: (kind) =>
      database.transaction(() => log.raiseOnce({ kind, callId: null, audience: toldOf[kind] })),
    isSafe: (kind) => database.transaction(() => log.clearOne(kind, null)),
    overloaded: (overload) =>
      database.transaction(() => {
        log.clearOne('overloaded', null);
        if (overload !== null) log.raise({ kind: 'overloaded', callId: null, audience: null, overload });
      }),
  };
}

/** No agent besides them. */
const adminsAlone: readonly AgentId[] = [];

/** Null: everybody, because their calls feel it. */
const toldOf = {
  'backup-failed': adminsAlone,
  'disk-low': adminsAlone,
  'webhooks-missing': null,
  'no-agent-for-waiting': null,
  'recordings-stuck': adminsAlone,
  'spending-near-cap': adminsAlone,
  'spending-cap-reached': null,
} as const satisfies Record<ServerDanger, readonly AgentId[] | null>;
