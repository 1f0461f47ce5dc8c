import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallRow } from '../../../backend/calls/call-store.ts';
import type { AgentId } from '../../../backend/contract/ids.ts';
import {
  createTemplateService,
  type TemplateService,
} from '../../../backend/conversation/template-service.ts';
import { createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { createAuditLogStore } from '../../../backend/journal/audit-log-store.ts';
import { Refusal } from '../../../backend/kernel/errors.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

describe('the texts of a call', () => {
  let bench: HandoffBench;
  let service: TemplateService;

  beforeEach(() => {
    bench = createHandoffBench();
    const { database, clock, stores } = bench;
    const audit = createAuditLogStore(database, clock);
    const customers = createCustomerStore(database);
    const profiles = { requireUnlocked: () => undefined };
    service = createTemplateService({ ...stores, customers, profiles, database, audit, clock });
  });

  afterEach(() => bench[Symbol.dispose]());

  /** A call that the agent started just now. */
  function startedBy(agentId: AgentId): CallRow {
    const call = bench.stores.calls.find(bench.answeredCall());
    if (call === null) throw new Error('the call was not stored');
    return { ...call, startedBy: agentId };
  }

  function closing(call: CallRow): string | undefined {
    return service.ofCall(call).templates.find(({ key }) => key === 'closing')?.text;
  }

  it('are those that were in force when it began, whatever was saved since', () => {
    const agentId = bench.agent('suzuki');
    const call = startedBy(agentId);
    bench.clock.pass(1);

    service.save(agentId, { basedOn: 0, texts: { closing: 'それでは、また。' } }, agentId);

    expect(closing(call)).not.toBe('それでは、また。');
    expect(service.ofCall(call).version).toBe(0);
  });

  it('are the agent’s own where those were saved before', () => {
    const agentId = bench.agent('suzuki');
    service.save(agentId, { basedOn: 0, texts: { closing: 'それでは、また。' } }, agentId);
    bench.clock.pass(1);

    const call = startedBy(agentId);

    expect(service.ofCall(call).version).toBe(1);
    expect(closing(call)).toBe('それでは、また。');
  });

  it('are nobody’s where nobody was spoken for', () => {
    const call = { ...startedBy(bench.agent('suzuki')), startedBy: null };

    expect(() => service.ofCall(call)).toThrow(Refusal);
  });
});
