import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TelephonyOverview, telephonyOverviewSchema } from '../../../backend/contract/telephony.ts';
import { carrierCommands } from '../../../backend/db/schema/journal.ts';
import { simulatedAccount } from '../../../backend/simulator/account.ts';
import {
  createRelayReceipts,
  relayEndedKey,
} from '../../../backend/telephony/twilio/relay/relay-receipts.ts';
import { createWebhookReceiptsStore } from '../../../backend/telephony/twilio/webhook-receipts-store.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';
import { callId, legId, legRef } from '../../support/twilio-samples.ts';
import { sign } from '../../support/twilio-webhooks.ts';

const address = `/webhooks/twilio/call-status?callId=${callId}&legId=${legId}`;
const ringing = { CallSid: legRef, CallStatus: 'ringing', SequenceNumber: '1' };

let backend: ComposedBackend;
let headers: Record<string, string>;

beforeEach(async () => {
  backend = composedBackend();
  headers = await backend.adminHeaders();
});

afterEach(() => backend[Symbol.asyncDispose]());

async function overview(): Promise<TelephonyOverview> {
  const response = await backend.app.request('/api/telephony', { headers });
  return telephonyOverviewSchema.parse(await response.json());
}

async function webhook(token: string): Promise<number> {
  const response = await backend.app.request(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign(`http://localhost:8787${address}`, ringing, token),
    },
    body: new URLSearchParams(ringing).toString(),
  });
  return response.status;
}

function now(): string {
  return backend.clock.now().toISOString();
}

describe('GET /api/telephony', () => {
  it('tells which line it is, of which nothing was heard yet', async () => {
    const { webhooks, ...line } = await overview();

    expect(line).toEqual({
      carrier: 'simulated',
      callerNumber: simulatedAccount.callerNumber,
      publicUrl: 'http://localhost:8787',
      forgeries: { lastHour: 0, lastAt: null },
      commands: { open: 0, oldestAt: null },
      lastTrouble: null,
    });
    expect(webhooks.every(({ lastAt }) => lastAt === null)).toBe(true);
  });

  it('tells when a signed webhook of each kind came last', async () => {
    const status = await webhook(simulatedAccount.authToken);
    const at = now();
    backend.clock.pass(60);

    const { webhooks, forgeries } = await overview();

    expect(status).toBe(204);
    expect(webhooks.filter(({ lastAt }) => lastAt !== null)).toEqual([{ kind: 'call-status', lastAt: at }]);
    expect(forgeries.lastHour).toBe(0);
  });

  it('tells when the WebSocket of the AI was opened, and when it was over', async () => {
    const webhookReceipts = createWebhookReceiptsStore(backend.database);
    createRelayReceipts(backend.database, webhookReceipts).opening(legId, backend.clock.now(), () => '');
    const opened = now();
    backend.clock.pass(60);
    webhookReceipts.add(relayEndedKey(legId), '', backend.clock.now());

    const { webhooks } = await overview();

    expect(webhooks.filter(({ lastAt }) => lastAt !== null)).toEqual([
      { kind: 'relay', lastAt: opened },
      { kind: 'relay-ended', lastAt: now() },
    ]);
  });

  it('counts for an hour what came with a wrong signature, and keeps when it did', async () => {
    await webhook('the token of another account');
    backend.clock.pass(59 * 60);
    await webhook('the token of another account');
    const last = now();

    const soon = await overview();
    backend.clock.pass(120);
    const later = await overview();

    expect(soon.forgeries).toEqual({ lastHour: 2, lastAt: last });
    expect(later.forgeries).toEqual({ lastHour: 1, lastAt: last });
    expect(soon.webhooks.every(({ lastAt }) => lastAt === null)).toBe(true);
  });

  it('tells what the carrier has still to do, and since when', async () => {
    const at = backend.clock.now();
    const command = { type: 'hang-up', legId, legRef };
    const row = { callId, command, notBefore: at, createdAt: at };
    const later = new Date(at.getTime() + 1_000);
    const rows = [
      { ...row, state: 'done' as const, createdAt: new Date(0) },
      { ...row, state: 'sent' as const },
      { ...row, state: 'waiting' as const, createdAt: later },
    ];
    backend.database.query.insert(carrierCommands).values(rows).run();

    expect((await overview()).commands).toEqual({ open: 2, oldestAt: at.toISOString() });
  });
});
