import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallNotice } from '../../../backend/calls/call-notices.ts';
import type { EndCause } from '../../../backend/calls/call-result.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const nothingNext = { kind: 'none', at: null } as const;

describe("a call's end", () => {
  let bench: HandoffBench;
  let callId: CallId;

  beforeEach(() => {
    bench = createHandoffBench();
    callId = bench.answeredCall();
  });

  afterEach(() => bench[Symbol.dispose]());

  function end(cause: EndCause = { type: 'customer-left' }): void {
    bench.clock.pass(1);
    bench.database.transaction(() => bench.flow.ending.end(callId, cause));
  }

  function call() {
    return bench.stores.calls.find(callId);
  }

  function sent() {
    return bench.commands(callId).map(({ type }) => type);
  }

  it('is written once, whatever causes come later', () => {
    end();
    const ended = call();

    end({ type: 'ended-by-agent' });

    expect(ended).toMatchObject({ status: 'failed', result: 'failed', resultReason: 'hung-up-early' });
    expect(call()).toEqual(ended);
  });

  it('does not depend on understanding what was said last', () => {
    bench.flow.notices.subscribe((notice) => {
      if (notice.type === 'ending') throw new Error('a defect');
    });

    end();

    expect(call()).toMatchObject({ status: 'failed', resultReason: 'hung-up-early' });
    expect(bench.stores.legs.ofCall(callId).map(({ state }) => state)).toEqual(['left', 'left']);
  });

  it('hangs up on everybody who is there or on the way', () => {
    const before = sent().length;

    end({ type: 'ended-by-agent' });

    expect(sent().slice(before)).toEqual(['end-conference', 'hang-up', 'hang-up']);
    expect(bench.stores.legs.ofCall(callId).map(({ state }) => state)).toEqual(['left', 'left']);
  });

  it('takes back what was still to be sent, but for what ends something', () => {
    bench.database.transaction(() => bench.flow.callLegs.holdCustomer(callId, true));

    end();

    const waiting = bench.stores.outbox.heads().map(({ command }) => command);
    expect(waiting).toMatchObject([{ type: 'end-conference' }]);
  });

  it('clears the alert for a customer who waited in vain', () => {
    const admin = { id: bench.agent('admin', 'admin'), role: 'admin' } as const;
    bench.request(callId, 'connect');
    const raised = bench.flow.alerts.visibleTo(admin);

    end();

    expect(raised).toHaveLength(1);
    expect(bench.flow.alerts.visibleTo(admin)).toEqual([]);
  });

  it('is told before it is written, and after', () => {
    const told: [CallNotice['type'], string | undefined][] = [];
    bench.flow.notices.subscribe((notice) => told.push([notice.type, call()?.status]));

    end();

    expect(told).toEqual([
      ['ending', 'ai-responding'],
      ['ended', 'failed'],
    ]);
  });

  it('keeps the result that the dialogue has led to', () => {
    const at = '2026-11-25T01:00:00.000Z';
    const outcome = { result: 'absent', reason: 'absent' } as const;
    bench.database.transaction(() => bench.flow.ending.propose(callId, outcome, { kind: 'call-back', at }));

    end({ type: 'ai-closed' });

    expect(call()).toMatchObject({
      status: 'completed',
      result: 'absent',
      nextAction: { kind: 'call-back', at },
    });
  });

  it('takes a later result of the dialogue, because the last words may come late', () => {
    end();

    bench.database.transaction(() =>
      bench.flow.ending.propose(callId, { result: 'rejected', reason: 'rejection' }, nothingNext),
    );

    expect(call()).toMatchObject({ status: 'failed', result: 'rejected', resultReason: 'rejection' });
  });

  it('takes no later one once a person has decided', () => {
    end();
    bench.stores.calls.update(callId, { result: 'absent', resultConfirmedBy: bench.agent('suzuki') });

    bench.database.transaction(() =>
      bench.flow.ending.propose(callId, { result: 'rejected', reason: 'rejection' }, nothingNext),
    );

    expect(call()?.result).toBe('absent');
  });
});
