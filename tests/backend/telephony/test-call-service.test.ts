import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AgentId,
  agentIdSchema,
  type CallId,
  callIdSchema,
  clientIdSchema,
} from '../../../backend/contract/ids.ts';
import { createTestCalls, type TestCalls } from '../../../backend/telephony/test-call-service.ts';
import type { TestRinging } from '../../../backend/telephony/test-line.ts';
import { silentLog } from '../../support/api.ts';

const agentId = agentIdSchema.parse('agent-1');
const clientId = clientIdSchema.parse('1f0e1c5a-6f0a-4a3e-9a52-0c8f4a8f4b11');
const wanted = { clientId, language: 'ja' } as const;
const testCallId = '0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';

let testCalls: TestCalls;
let told: string[];
let engaged: CallId | null;
let registered: boolean;
let ringing: TestRinging;
let turn: () => Promise<void>;

beforeEach(() => {
  told = [];
  engaged = null;
  registered = true;
  ringing = { type: 'rung', legRef: 'CA1' };
  turn = async () => undefined;
  testCalls = createTestCalls({
    turn: () => turn(),
    line: {
      ring: async ({ testCallId: id }) => {
        told.push(`ring ${id}`);
        return ringing;
      },
      hangUp: async (legRef) => {
        told.push(`hang up ${legRef}`);
        return { type: 'done' };
      },
      forgetRecordings: async () => undefined,
    },
    engagedIn: () => engaged,
    reachableClient: () => (registered ? clientId : null),
    onChange: (changed: AgentId) => told.push(`${changed} testing: ${testCalls.isTesting(changed)}`),
    createId: () => testCallId,
    log: silentLog,
    patienceMs: 50,
  });
});

afterEach(() => testCalls[Symbol.dispose]());

describe('createTestCalls', () => {
  it('waits for its turn among the legs that the carrier may be asked for, and rings nobody who gave up meanwhile', async () => {
    let resolve = (): void => undefined;
    turn = () =>
      new Promise((come) => {
        resolve = come;
      });

    const begun = testCalls.begin(agentId, wanted);
    await testCalls.cancel(agentId);
    resolve();

    expect((await begun).step).toBe('over');
    expect(told.filter((one) => one.startsWith('ring'))).toEqual([]);
  });

  it('keeps the agent from being offered a customer until the call is over', async () => {
    const begun = await testCalls.begin(agentId, wanted);
    testCalls.listening(testCallId);
    testCalls.playing(testCallId);
    const playing = testCalls.lastOf(agentId);
    testCalls.ended(testCallId, 'over');
    testCalls.listening(testCallId);

    expect(begun).toEqual({ id: testCallId, step: 'calling' });
    expect(playing).toEqual({ id: testCallId, step: 'playing' });
    expect(testCalls.lastOf(agentId)).toEqual({ id: testCallId, step: 'over' });
    expect(told).toEqual(['agent-1 testing: true', `ring ${testCallId}`, 'agent-1 testing: false']);
  });

  it('is refused during a call, during another test, and while the softphone is not registered', async () => {
    engaged = callIdSchema.parse(`call_${'0'.repeat(20)}`);
    await expect(testCalls.begin(agentId, wanted)).rejects.toMatchObject({ code: 'agent-on-a-call' });

    engaged = null;
    registered = false;
    await expect(testCalls.begin(agentId, wanted)).rejects.toMatchObject({ code: 'agent-not-reachable' });

    registered = true;
    await testCalls.begin(agentId, wanted);
    await expect(testCalls.begin(agentId, wanted)).rejects.toMatchObject({ code: 'agent-on-a-call' });
  });

  it('leaves the agent free when the carrier does not make the call', async () => {
    ringing = { type: 'not-rung', detail: 'out of reach' };

    await expect(testCalls.begin(agentId, wanted)).rejects.toMatchObject({ code: 'carrier-unavailable' });

    expect(testCalls.isTesting(agentId)).toBe(false);
    expect(testCalls.lastOf(agentId).step).toBe('failed');
  });

  it('hangs up when it is given up, also when the carrier answers only then', async () => {
    const begun = testCalls.begin(agentId, wanted);
    await expect.poll(() => told).toContain(`ring ${testCallId}`);
    await testCalls.cancel(agentId);
    await begun;

    expect(told).toContain('hang up CA1');
    expect(testCalls.isTesting(agentId)).toBe(false);
  });

  it('gives up waiting for a carrier that tells nothing more', async () => {
    await testCalls.begin(agentId, wanted);

    await expect.poll(() => testCalls.lastOf(agentId).step).toBe('failed');
  });
});
