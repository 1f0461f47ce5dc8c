import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../backend/agents/agent-store.ts';
import { agentIdSchema, type CallId } from '../../backend/contract/ids.ts';
import { testCallSchema } from '../../backend/contract/test-calls.ts';
import { createTone } from '../../backend/simulator/media/sound-source.ts';
import { agentPhoneNumber } from '../../backend/simulator/personas/agent-phones.ts';
import { personaNumber } from '../../backend/simulator/personas/numbers.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { type System, startSystem } from '../support/system.ts';
import { undocumented } from '../support/twilio-webhook-documentation.ts';
import { recordWebhooks, type WebhookRecorder } from '../support/webhook-recorder.ts';
import { createRandomCaller } from './faults/random-callers.ts';

const settings = { OFFER_SECONDS: '60', HANDOFF_SECONDS: '200', RECORDING: 'on' };

describe('everything that the simulated carrier sends in whole calls', () => {
  let webhooks: WebhookRecorder;

  beforeEach(() => {
    webhooks = recordWebhooks();
  });

  afterEach(() => webhooks[Symbol.dispose]());

  function expectDocumented(...names: readonly string[]): void {
    expect([...new Set(webhooks.sent.flatMap(undocumented))]).toEqual([]);
    expect([...new Set(webhooks.sent.map(({ name }) => name))]).toEqual(expect.arrayContaining([...names]));
  }

  /** Until the customer talks with Suzuki, who then hangs up. */
  async function talk({ suzuki, admin }: System, callId: CallId): Promise<void> {
    await suzuki.accept((await untilOffered(suzuki, callId)).id);
    await untilCall(suzuki, callId, ({ call }) => call.status === 'human-connected');
    await suzuki.request('POST', '/api/calls/end', { callId });
    await untilOver(admin, callId);
  }

  it('is documented where a company is put through, and is recorded', async () => {
    await using system = await startSystem(settings);
    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });

    await talk(system, callId);
    await eventually(() => {
      const recordings = webhooks.sent.filter(({ name }) => name === 'recording');
      expect(recordings.map(({ form }) => form['RecordingStatus'])).toContain('completed');
    });

    expectDocumented(
      'ai',
      'gather',
      'partial',
      'call-status',
      'conference',
      'recording',
      'transcription',
      'amd',
    );
  });

  it('is documented where the AI is on the customer’s leg', async () => {
    await using system = await startSystem({ ...settings, AI_LEG: 'customer' });
    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });

    await talk(system, callId);

    expectDocumented('customer', 'gather', 'finished', 'conference');
  });

  it('is documented over a ConversationRelay', async () => {
    await using system = await startSystem({ ...settings, SPEECH_TRANSPORT: 'relay' });
    const callId = await system.admin.start({ customerId: await system.customerOf('absent') });

    await untilOver(system.admin, callId);

    expectDocumented('ai', 'relay-ended');
  });

  it('is documented where an agent’s own telephone rings', async () => {
    await using system = await startSystem({ ...settings, PHONE_OFFER_SECONDS: '60', ARRIVAL_SECONDS: '40' });
    const phoneNumber = agentPhoneNumber('presses-one', 1);
    const agentId = agentIdSchema.parse(system.tanaka.agentId);
    createAgentStore(system.database, 'Asia/Tokyo').change(agentId, { phoneNumber, phoneVerified: true });
    const reached = { phoneNumber, reachByPhone: 'offline', language: 'ja' };
    await system.tanaka.request('PUT', '/api/agents/phone', reached);
    await system.suzuki.request('PUT', '/api/agents/status', { presence: 'busy', reason: 'meeting' });
    const callId = await system.admin.start({ customerId: await system.customerOf('asks-for-human') });

    await untilCall(system.admin, callId, ({ call }) => call.status === 'human-connected');

    expectDocumented('telephone', 'telephone/key');
  });

  it('is documented where somebody rings us', async () => {
    await using system = await startSystem(settings);
    const { clock } = system.simulator;
    const caller = createRandomCaller(personaNumber('silent', 7), () => 0, clock);

    system.simulator.receive(caller);
    await eventually(() => expect(webhooks.sent.map(({ name }) => name)).toContain('incoming-ended'));

    expectDocumented('incoming', 'incoming-ended');
  });

  it('is documented where an agent hears whether they are heard', async () => {
    // What is said is taken down as sound, which lasts as long as it lasts.
    await using system = await startSystem({ ...settings, SIMULATOR_SPEED: '1' });
    const { suzuki, softphones } = system;
    softphones.sound(`agent-${suzuki.agentId}`, createTone(700, 8_000));
    const begin = { clientId: suzuki.clientId, language: 'ja' };

    await suzuki.ask(testCallSchema, 'POST', '/api/softphone/test-call', begin);
    await eventually(() => expect(webhooks.sent.map(({ name }) => name)).toContain('echo/ended'));

    expectDocumented('echo', 'echo/played', 'echo/ended');
  }, 90_000);
});
