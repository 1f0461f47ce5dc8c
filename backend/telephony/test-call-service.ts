import type { AgentId, CallId, ClientId } from '../contract/ids.ts';
import type { BeginTestCall, TestCall, TestCallStep } from '../contract/test-calls.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import type { TestCallEvents, TestLine } from './test-line.ts';

/** Calls of agents to themselves, to hear whether they are heard: no customer, no history, nothing that outlives the process. */
export interface TestCalls extends TestCallEvents, Disposable {
  begin(agentId: AgentId, wanted: BeginTestCall): Promise<TestCall>;
  /** The last one since the process started; throws `not-found` without one. */
  lastOf(agentId: AgentId): TestCall;
  /** Hangs up, if it is still on. */
  cancel(agentId: AgentId): Promise<void>;
  isTesting(agentId: AgentId): boolean;
}

export interface TestCallsOptions {
  readonly line: TestLine;
  /** Resolves when one more leg may be asked for. */
  readonly turn: () => Promise<void>;
  readonly engagedIn: (agentId: AgentId) => CallId | null;
  readonly reachableClient: (agentId: AgentId, preferred: ClientId) => ClientId | null;
  /** Told whenever an agent's presence may follow from it. */
  readonly onChange: (agentId: AgentId) => void;
  readonly createId: () => string;
  readonly log: Log;
  /** Longer than any test takes: it then counts as over, whatever the carrier has told. */
  readonly patienceMs: number;
}

interface Running {
  readonly id: string;
  readonly agentId: AgentId;
  step: TestCallStep;
  /** Null until the carrier has answered. */
  legRef: string | null;
  readonly patience: NodeJS.Timeout;
}

export function createTestCalls(options: TestCallsOptions): TestCalls {
  const { line, onChange } = options;
  const last = new Map<AgentId, Running>();

  function move(test: Running, step: TestCallStep): void {
    if (isOver(test)) return;
    test.step = step;
    if (!isOver(test)) return;
    clearTimeout(test.patience);
    onChange(test.agentId);
  }

  function advance(testCallId: string, step: TestCallStep): void {
    const test = [...last.values()].find(({ id }) => id === testCallId);
    if (test !== undefined) move(test, step);
  }

  function isTesting(agentId: AgentId): boolean {
    const test = last.get(agentId);
    return test !== undefined && !isOver(test);
  }

  async function ring(test: Running, wanted: BeginTestCall): Promise<void> {
    await options.turn();
    if (isOver(test)) return;
    const rung = await line.ring({ ...wanted, testCallId: test.id, agentId: test.agentId });
    if (rung.type === 'not-rung') {
      options.log.warn({ detail: rung.detail }, 'a test call could not be made');
      move(test, 'failed');
      throw new Refusal('carrier-unavailable', 'The carrier did not make the call.');
    }
    test.legRef = rung.legRef;
    // Given up meanwhile.
    if (isOver(test)) await line.hangUp(rung.legRef);
  }

  return {
    ...reports(advance),
    isTesting,
    async begin(agentId, wanted) {
      if (isTesting(agentId)) throw new Refusal('agent-on-a-call', 'A test call is on already.');
      refuseUnlessFree(agentId, wanted, options);
      const test: Running = {
        id: options.createId(),
        agentId,
        step: 'calling',
        legRef: null,
        patience: setTimeout(() => move(test, 'failed'), options.patienceMs),
      };
      last.set(agentId, test);
      onChange(agentId);
      await ring(test, wanted);
      return viewOf(test);
    },
    lastOf: (agentId) => viewOf(last.get(agentId)),
    async cancel(agentId) {
      const test = last.get(agentId);
      if (test === undefined || isOver(test)) return;
      move(test, 'over');
      if (test.legRef !== null) await line.hangUp(test.legRef);
    },
    [Symbol.dispose]() {
      for (const { patience } of last.values()) clearTimeout(patience);
    },
  };
}

function reports(advance: (testCallId: string, step: TestCallStep) => void): TestCallEvents {
  return {
    listening: (testCallId) => advance(testCallId, 'listening'),
    playing: (testCallId) => advance(testCallId, 'playing'),
    ended: advance,
  };
}

function refuseUnlessFree(
  agentId: AgentId,
  { clientId }: BeginTestCall,
  { engagedIn, reachableClient }: TestCallsOptions,
): void {
  if (engagedIn(agentId) !== null) {
    throw new Refusal('agent-on-a-call', 'There is a call on, or on its way.');
  }
  if (reachableClient(agentId, clientId) !== clientId) {
    throw new Refusal('agent-not-reachable', 'The softphone of this console is not registered.');
  }
}

function isOver({ step }: Running): boolean {
  return step === 'over' || step === 'failed';
}

function viewOf(test: Running | undefined): TestCall {
  if (test === undefined) throw new Refusal('not-found', 'There was no test call.');
  return { id: test.id, step: test.step };
}
