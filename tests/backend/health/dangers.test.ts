import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dangerChecks } from '../../../backend/compose/danger-checks.ts';
import { parseConfig } from '../../../backend/config/config.ts';
import type { CallId } from '../../../backend/contract/ids.ts';
import { recordings } from '../../../backend/db/schema/calls.ts';
import { type DangerCheck, lookForDangers } from '../../../backend/health/danger-watch.ts';
import { createWebhookReceiptsStore } from '../../../backend/telephony/twilio/webhook-receipts-store.ts';
import { silentLog } from '../../support/api.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';

let bench: CampaignBench;
let checks: readonly DangerCheck[];
let lastAnswerAt: Date | null;

beforeEach(() => {
  bench = createCampaignBench();
  lastAnswerAt = null;
  checks = dangerChecks({
    ...bench,
    config: parseConfig({}),
    lineHealth: { lastAnswerAt: () => lastAnswerAt },
  });
});

afterEach(() => bench[Symbol.dispose]());

function seen(): string[] {
  lookForDangers({ checks, alerts: bench.safeguards.serverAlerts, log: silentLog });
  return bench.flow.alerts.visibleTo(bench.boss).map(({ kind }) => kind);
}

function webhookComes(key: string): void {
  createWebhookReceiptsStore(bench.database).add(key, '', bench.clock.now());
}

function withCarrier(callId: CallId): CallId {
  bench.stores.legs.update(bench.legOf(callId, 'customer').id, { carrierRef: 'CA customer' });
  return callId;
}

describe('webhooks that do not arrive', () => {
  it('are told of when the AI talks with somebody, the carrier answers, and nothing signed comes', () => {
    withCarrier(bench.answeredCall());
    webhookComes('conference:1');
    bench.clock.pass(89);
    lastAnswerAt = bench.clock.now();
    const early = seen();

    bench.clock.pass(1);
    const late = seen();
    webhookComes('gather:1');

    expect([early, late, seen()]).toEqual([[], ['webhooks-missing'], []]);
  });

  it('are told of as long as none came, also once the calls are over', () => {
    const callId = withCarrier(bench.answeredCall());
    bench.clock.pass(100);
    lastAnswerAt = bench.clock.now();
    seen();

    bench.ended(bench.legOf(callId, 'customer').id);
    bench.clock.pass(600);

    expect(seen()).toEqual(['webhooks-missing']);
  });

  it.each([
    ['nobody is called', () => undefined],
    [
      'the carrier does not answer either',
      () => {
        withCarrier(bench.answeredCall());
        lastAnswerAt = null;
      },
    ],
    [
      'people talk with each other',
      () => {
        const callId = withCarrier(bench.answeredCall());
        bench.stores.calls.update(callId, { status: 'human-connected' });
      },
    ],
    ['the carrier was not asked for the customer yet', () => bench.begunCall()],
  ])('are not told of where %s', (_, situation) => {
    bench.clock.pass(100);
    lastAnswerAt = bench.clock.now();

    situation();
    bench.clock.pass(100);
    if (lastAnswerAt !== null) lastAnswerAt = bench.clock.now();

    expect(seen()).toEqual([]);
  });
});

describe('customers who wait while no agent is free', () => {
  it('are told of after twenty seconds, until somebody is free', () => {
    const suzuki = bench.agent('suzuki');
    const first = bench.answeredCall();
    const clientId = bench.connect(suzuki);
    bench.request(first, 'connect');
    bench.accept(suzuki, clientId);
    bench.joined(bench.legOf(first, 'agent').id);
    bench.request(bench.answeredCall(), 'connect');
    bench.clock.pass(19);
    const early = seen();

    bench.clock.pass(1);
    const late = seen();
    bench.connect(bench.agent('tanaka'), 2);

    expect([early, late, seen()]).toEqual([[], ['no-agent-for-waiting'], []]);
  });
});

describe('recordings that are stuck', () => {
  it('are told of an hour after the call, until they are stored', () => {
    const callId = bench.answeredCall();
    bench.ended(bench.legOf(callId, 'customer').id);
    bench.database.query.insert(recordings).values({ carrierRef: 'RE1', callId, state: 'completed' }).run();
    bench.clock.pass(3_599);
    const early = seen();

    bench.clock.pass(1);
    const late = seen();
    bench.stores.recordings.update('RE1', { keeping: 'stored' });

    expect([early, late, seen()]).toEqual([[], ['recordings-stuck'], []]);
  });
});
