import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CallCommands, createCallCommands } from '../../../backend/calls/call-commands.ts';
import type { AgentId, CallId } from '../../../backend/contract/ids.ts';
import { audit } from '../../../backend/db/schema/customers.ts';
import { legOfTransfer } from '../../../backend/handoff/transfer-claim.ts';
import { createAuditLogStore } from '../../../backend/journal/audit-log-store.ts';
import { InvalidInput } from '../../../backend/kernel/invalid-input.ts';
import { createHandoffBench, type HandoffBench } from '../../support/handoff-bench.ts';

const nothingNext = { kind: 'none', at: null } as const;

describe('what people do with calls', () => {
  let bench: HandoffBench;
  let callId: CallId;
  let commands: CallCommands;
  let owner: AgentId;
  let colleague: AgentId;

  beforeEach(() => {
    bench = createHandoffBench();
    owner = bench.agent('owner');
    colleague = bench.agent('colleague');
    callId = bench.answeredCall();
    bench.stores.calls.update(callId, { ownerId: owner });
    commands = createCallCommands({
      ...bench.stores,
      database: bench.database,
      ending: bench.flow.ending,
      publisher: bench.flow.publisher,
      staysBlocked: () => false,
      legOfTransfer: (id) => legOfTransfer(bench.stores.handoffs, id),
      audit: createAuditLogStore(bench.database, bench.clock),
      clock: bench.clock,
      onResult: () => {},
    });
  });

  afterEach(() => bench[Symbol.dispose]());

  const as = (id: AgentId, role: 'agent' | 'admin' = 'agent') => ({ id, role });

  function isOver(): boolean {
    return bench.stores.calls.find(callId)?.endedAt != null;
  }

  describe('end', () => {
    it.each(['owner', 'admin'] as const)('is for the %s', (who) => {
      const viewer = who === 'owner' ? as(owner) : as(bench.agent('admin', 'admin'), 'admin');

      commands.end(viewer, callId);

      expect(isOver()).toBe(true);
    });

    it('is not for somebody who is merely being offered the call', () => {
      bench.connect(colleague);
      bench.request(callId, 'prepare');
      expect(bench.offerTo(colleague).callId).toBe(callId);

      expect(() => commands.end(as(colleague), callId)).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      );
      expect(isOver()).toBe(false);
    });

    it('is for an agent who talks with the customer, and not before they do', () => {
      const clientId = bench.connect(colleague);
      bench.request(callId, 'connect');
      bench.accept(colleague, clientId);
      expect(() => commands.end(as(colleague), callId)).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      );
      bench.joined(bench.legOf(callId, 'agent').id);

      commands.end(as(colleague), callId);

      expect(isOver()).toBe(true);
    });

    it.each(['on the way', 'there'])(
      'is not for a colleague who is asked about the call, and %s',
      (stage) => {
        const clientId = bench.connect(colleague, 2);
        bench.request(callId, 'connect');
        bench.accept(colleague, clientId);
        bench.joined(bench.legOf(callId, 'agent').id);
        const asked = bench.agent('asked');
        const askedClient = bench.connect(asked, 3);
        const wanted = { toAgentId: asked, mode: 'warm' } as const;
        bench.database.transaction(() => bench.flow.transfers.begin(as(colleague), callId, wanted));
        bench.accept(asked, askedClient);
        const [leg] = bench.stores.legs.presentOfAgent(asked);
        if (leg !== undefined && stage === 'there') bench.joined(leg.id);

        expect(() => commands.end(as(asked), callId)).toThrow(
          expect.objectContaining({ code: 'not-allowed' }),
        );
        expect(isOver()).toBe(false);
      },
    );

    it('does not tell others that there is such a call', () => {
      expect(() => commands.end(as(colleague), callId)).toThrow(
        expect.objectContaining({ code: 'not-found' }),
      );
    });

    it('of a call that nobody owns is not for everybody who sees it', () => {
      bench.stores.calls.update(callId, { ownerId: null });

      expect(() => commands.end(as(colleague), callId)).toThrow(
        expect.objectContaining({ code: 'not-allowed' }),
      );
    });

    it('of a call that is over is what it was', () => {
      commands.end(as(owner), callId);
      const ended = bench.stores.calls.find(callId);

      const again = commands.end(as(owner), callId);

      expect(again.endedAt).toBe(ended?.endedAt?.toISOString());
    });
  });

  describe('recordResult', () => {
    it('is refused while the call goes on', () => {
      const result = { result: 'absent', nextAction: nothingNext, note: '' } as const;

      expect(() => commands.recordResult(as(owner), callId, result)).toThrow(
        expect.objectContaining({ code: 'call-in-progress' }),
      );
    });

    it('takes the place of the proposed one', () => {
      commands.end(as(owner), callId);

      const saved = commands.recordResult(as(owner), callId, {
        result: 'success',
        nextAction: { kind: 'visit', at: '2026-11-26T01:00:00.000Z' },
        note: '来週訪問',
      });

      expect(saved).toMatchObject({
        result: 'success',
        resultReason: 'decided-by-agent',
        resultConfirmed: true,
      });
    });

    it('is written down with what it was before, where anything changes', () => {
      commands.end(as(owner), callId);
      const corrected = { result: 'absent', nextAction: nothingNext, note: '受付まで' } as const;

      commands.recordResult(as(owner), callId, corrected);
      commands.recordResult(as(owner), callId, corrected);

      const entries = bench.database.query
        .select()
        .from(audit)
        .where(eq(audit.action, 'result-changed'))
        .all();
      expect(entries).toMatchObject([
        {
          actorId: owner,
          subject: 'call',
          subjectId: callId,
          before: { result: 'follow_up', note: '' },
          after: { result: 'absent', resultReason: 'decided-by-agent', note: '受付まで' },
        },
      ]);
    });

    it('names what contradicts itself, and saves nothing', () => {
      commands.end(as(owner), callId);
      const before = bench.stores.calls.find(callId);
      const wrong = {
        result: 'rejected',
        nextAction: { kind: 'call-back', at: '2026-11-20T01:00:00.000Z' },
        note: '',
      } as const;

      const refused = () => commands.recordResult(as(owner), callId, wrong);

      expect(refused).toThrow(InvalidInput);
      expect(refused).toThrow(
        expect.objectContaining({
          fields: [
            { path: 'nextAction.kind', problem: 'contradicts-result' },
            { path: 'nextAction.at', problem: 'in-the-past' },
          ],
        }),
      );
      expect(bench.stores.calls.find(callId)).toEqual(before);
    });
  });
});
