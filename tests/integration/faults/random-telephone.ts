import { createAgentStore } from '../../../backend/agents/agent-store.ts';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { seededRandom } from '../../../backend/simulator/faults/seeded-random.ts';
import { type AgentPhoneKind, agentPhoneNumber } from '../../../backend/simulator/personas/agent-phones.ts';
import type { ConsoleClient } from '../../support/console-client.ts';
import type { System } from '../../support/system.ts';

/** Those that take calls as often as the others do something else. */
const kinds = [
  'presses-one',
  'presses-one-and-leaves',
  'presses-one',
  'presses-one-and-leaves',
  'presses-another-key',
  'presses-nothing',
  'hangs-up',
  'voicemail',
  'no-answer',
  'busy',
] as const satisfies readonly AgentPhoneKind[];

/** Simulated: so long an agent stays at the console, and so long at the telephone. */
const changesEveryMs = 60_000;

/** By turns an agent takes calls at the console and on their own telephone, which answers in one way or another. */
export function createRandomTelephone(
  { database, simulator: { clock } }: Pick<System, 'database' | 'simulator'>,
  agent: ConsoleClient,
  seed: number,
): { act(): void } {
  const agents = createAgentStore(database, 'Asia/Tokyo');
  const agentId = agentIdSchema.parse(agent.agentId);
  const begunAt = clock.now().getTime();
  let last = 0;

  function change(time: number): void {
    const random = seededRandom(seed, `telephone ${agent.agentId} ${time}`);
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 'presses-one';
    const phoneNumber = agentPhoneNumber(kind, time % 1_000);
    agents.change(agentId, { phoneNumber, phoneVerified: true });
    const reachByPhone = time % 2 === 1 ? 'always' : 'never';
    void agent
      .request('PUT', '/api/agents/phone', { phoneNumber, reachByPhone, language: 'ja' })
      .catch(() => undefined);
  }

  return {
    act() {
      const time = Math.floor((clock.now().getTime() - begunAt) / changesEveryMs);
      if (time === last) return;
      last = time;
      change(time);
    },
  };
}
