import { type AgentId, type CallId, type ClientId, clientIdSchema } from '../../backend/contract/ids.ts';
import type { HandoffBench } from './handoff-bench.ts';

/** What is known of an agent without asking the backend. Times are seconds of the play. */
export interface PlayedWorker {
  readonly agentId: AgentId;
  readonly clientId: ClientId;
  /** Null: all the time. */
  readonly atWork: { readonly from: number; readonly until: number } | null;
  /** They do not want these. */
  readonly declined: Set<CallId>;
  call: CallId | null;
  restsUntil: number;
  onBreak: boolean;
}

export function hireWorker(bench: HandoffBench, index: number): PlayedWorker {
  const agentId = bench.agent(`agent${index}`, 'agent', 1 + (index % 3));
  const atWork = shifts[index % shifts.length] ?? null;
  if (atWork !== null) setShift(bench, agentId, atWork);
  const clientId = clientIdSchema.parse(`${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`);
  bench.team.connections.connected(agentId, clientId);
  bench.team.connections.softphone(agentId, clientId, true);
  return { agentId, clientId, atWork, declined: new Set(), call: null, restsUntil: 0, onBreak: false };
}

/** Why the backend should not ask them about this call, by what is known without it; null when it may. */
export function whyNotAsked(
  worker: PlayedWorker,
  callId: CallId | undefined,
  now: number,
  openOffers: number,
): string | null {
  if (worker.call !== null) return 'on a call';
  if (worker.onBreak) return 'on a break';
  if (worker.restsUntil > now + 1) return 'wrapping up';
  if (callId !== undefined && worker.declined.has(callId)) return 'they had declined';
  if (!isAtWork(worker, now)) return 'not at work';
  return openOffers > 1 ? 'being asked already' : null;
}

/** Within a second of the end nobody knows what the backend's clock says. */
export function isAtWork({ atWork }: PlayedWorker, now: number): boolean {
  return atWork === null || (now >= atWork.from - 1 && now <= atWork.until + 1);
}

/** Of five, one goes home after four minutes, and one comes after three. */
const shifts: readonly PlayedWorker['atWork'][] = [
  null,
  { from: 0, until: 4 * 60 },
  null,
  { from: 3 * 60, until: 24 * 60 * 60 },
  null,
];

/** The play begins at the full minute. */
function setShift({ stores, clock }: HandoffBench, agentId: AgentId, shift: { from: number; until: number }) {
  const begun = clock.now();
  const minute = begun.getUTCHours() * 60 + begun.getUTCMinutes();
  const day = { from: minute + shift.from / 60, to: Math.min(1_440, minute + shift.until / 60) };
  stores.agents.change(agentId, {
    timeZone: 'UTC',
    workingHours: [day, day, day, day, day, day, day],
    worksOnHolidays: true,
  });
}
