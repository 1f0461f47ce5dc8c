import type { CallId } from '../../backend/contract/ids.ts';
import type { HandoffBench } from './handoff-bench.ts';
import type { PlayedWorker } from './played-worker.ts';
import type { TeamAgenda } from './team-agenda.ts';
import type { TeamTally } from './team-tally.ts';
import type { WaitingRoom } from './waiting-room.ts';

interface PlayedCallersOptions {
  readonly bench: HandoffBench;
  readonly workers: readonly PlayedWorker[];
  readonly agenda: TeamAgenda;
  readonly room: WaitingRoom;
  readonly tally: TeamTally;
  readonly random: () => number;
}

/** Customers who talk with the AI, want a human, and wait for one only so long. */
export interface PlayedCallers {
  begin(): void;
  end(callId: CallId): void;
  /** Those whom the AI has told that nobody could be had hang up. */
  takeLeave(): void;
  areThere(): boolean;
}

const wrapUpSeconds = 30;

export function createPlayedCallers(options: PlayedCallersOptions): PlayedCallers {
  const { bench, workers, agenda, room, tally, random } = options;
  const open = new Set<CallId>();
  const waiting = new Set<CallId>();

  function wantHuman(callId: CallId): void {
    bench.request(callId, 'connect');
    room.enter(callId);
    waiting.add(callId);
    agenda.after(40 + random() * 60, () => {
      if (isUnheard(callId)) abandon(callId, 'lostPatience');
    });
  }

  function isUnheard(callId: CallId): boolean {
    return open.has(callId) && !workers.some(({ call }) => call === callId);
  }

  function abandon(callId: CallId, how: 'lostPatience' | 'putOff'): void {
    const left = room.leave(callId);
    tally[how] += 1;
    if (left !== null && left.passedOverSeconds > 2) tally.passedOver += 1;
    if (left?.asked.size === 0) tally.neverAsked += 1;
    end(callId);
  }

  function end(callId: CallId): void {
    open.delete(callId);
    waiting.delete(callId);
    const there = workers.filter(({ call }) => call === callId);
    bench.ended(bench.legOf(callId, 'customer').id);
    for (const leg of bench.stores.legs.ofCall(callId)) if (leg.state !== 'left') bench.ended(leg.id);
    for (const worker of there) {
      worker.call = null;
      worker.restsUntil = agenda.now() + wrapUpSeconds;
    }
  }

  return {
    begin() {
      const callId = bench.answeredCall();
      open.add(callId);
      agenda.after(5 + random() * 40, () => wantHuman(callId));
    },
    end,
    takeLeave() {
      for (const callId of waiting) {
        if (!isUnheard(callId)) waiting.delete(callId);
        else if (bench.stores.handoffs.lastOfCall(callId)?.status === 'failed') abandon(callId, 'putOff');
      }
    },
    areThere: () => open.size > 0,
  };
}
