import type { TransferMode, TransferOutcome } from '../../../backend/contract/handoffs.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import type { SimulatedClock } from '../../../backend/simulator/clock.ts';
import { seededRandom } from '../../../backend/simulator/faults/seeded-random.ts';
import type { ConsoleClient } from '../../support/console-client.ts';

export interface RandomTalk {
  readonly agent: ConsoleClient;
  readonly colleague: ConsoleClient;
  readonly callId: CallId;
  /** The customer's company: with the seed it decides what the agent does. */
  readonly company: string;
  readonly clock: SimulatedClock;
  readonly seed: number;
  /** Whether the agent is still on the line. */
  readonly goesOn: () => boolean;
  /** The receiver is put down; an agent on their own telephone does it there. */
  readonly hangUp: () => void;
}

const modes = ['blind', 'warm'] as const satisfies readonly TransferMode[];
const outcomes = ['completed', 'joined', 'canceled'] as const satisfies readonly TransferOutcome[];

/** What an agent does while they talk: holds, hands over, and in the end hangs up. What is over meanwhile is refused, which is no news. */
export function drawTalk({
  agent,
  colleague,
  callId,
  company,
  clock,
  seed,
  goesOn,
  hangUp,
}: RandomTalk): void {
  const random = seededRandom(seed, `talk ${company} ${agent.agentId}`);
  const path = `/api/calls/${callId}`;

  function later(ms: number, act: () => Promise<unknown>): void {
    clock.after(ms, () => {
      if (goesOn()) void act().catch(() => undefined);
    });
  }

  function hold(): void {
    const afterMs = 2_000 + random() * 6_000;
    later(afterMs, () => agent.request('PUT', `${path}/hold`, { onHold: true }));
    later(afterMs + 500 + random() * 8_000, () => agent.request('PUT', `${path}/hold`, { onHold: false }));
  }

  function transfer(): void {
    const afterMs = 2_000 + random() * 8_000;
    const wanted = { toAgentId: colleague.agentId, mode: drawn(modes, random) };
    const outcome = drawn(outcomes, random);
    later(afterMs, () => agent.request('POST', `${path}/transfer`, wanted));
    if (wanted.mode === 'blind') return;
    later(afterMs + 4_000 + random() * 12_000, () => agent.request('PUT', `${path}/transfer`, { outcome }));
    if (outcome === 'joined') later(afterMs + 20_000, () => agent.request('POST', `${path}/leave`, {}));
  }

  /** One whose first attempt fails tries again. */
  function end(): void {
    const choice = random();
    later(8_000 + choice * 30_000, async () => {
      if (choice < 0.2) hangUp();
      else await agent.request('POST', '/api/calls/end', { callId });
      end();
    });
  }

  const choice = random();
  if (choice < 0.25) hold();
  else if (choice < 0.5) transfer();
  end();
}

function drawn<Value>(values: readonly [Value, ...Value[]], random: () => number): Value {
  return values[Math.floor(random() * values.length)] ?? values[0];
}
