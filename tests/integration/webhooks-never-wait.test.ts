import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { simulatedAccount } from '../../backend/simulator/account.ts';
import { origin } from '../support/api.ts';
import { type CarriedCall, carryCall, signInCaller } from '../support/carried-call.ts';
import { type ComposedBackend, composedBackend } from '../support/composed-backend.ts';
import { eventuallyAtServer } from '../support/patience.ts';
import { type SilentServer, startSilentServer } from '../support/silent-server.ts';
import { sign } from '../support/twilio-webhooks.ts';

/** Nothing is measured: what is waited for never comes, so that who waited for it would never answer. */
describe('a webhook', () => {
  let folder: string;
  let carrier: SilentServer;
  let model: SilentServer;
  let backend: ComposedBackend;
  let call: CarriedCall;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'webhooks-'));
    [carrier, model] = await Promise.all([startSilentServer(), startSilentServer()]);
    backend = composedBackend({
      DATA_DIR: folder,
      SIMULATOR_URL: carrier.url,
      RECORDING: 'on',
      MODEL_URL: model.url,
      MODEL_NAME: 'small',
      MODEL_BUDGET_MS: '900',
    });
    backend.start();
    call = await carryCall(backend, await signInCaller(backend));
  });

  afterEach(async () => {
    // Before the backend, which waits for what it has asked.
    await Promise.all([carrier[Symbol.asyncDispose](), model[Symbol.asyncDispose]()]);
    await backend[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  async function send(address: string, parameters: Readonly<Record<string, string>>): Promise<Response> {
    const url = `${origin}/webhooks/twilio${address}`;
    const form = { AccountSid: simulatedAccount.accountSid, ...parameters };
    return backend.app.request(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': sign(url, form, simulatedAccount.authToken) },
      body: new URLSearchParams(form),
    });
  }

  it('is answered while the carrier answers nothing', async () => {
    await eventuallyAtServer(async () => expect(carrier.asked.join()).toContain('/Participants'));

    const said = await call.say('どちら様でしょうか');

    expect(said).not.toBe('');
  });

  it('is answered when it tells of a recording, which nobody could fetch', async () => {
    const told = await send(`/recording?callId=${call.callId}`, {
      RecordingSid: `RE${'0'.repeat(32)}`,
      RecordingStatus: 'completed',
      RecordingDuration: '9',
    });

    expect(told.status).toBe(204);
    expect(await call.say('どちら様でしょうか')).not.toBe('');
  });

  it('is answered without a language model that answers nothing', async () => {
    const said = await call.say('ぽぺぴ');

    expect(said).not.toBe('');
    expect(model.asked).toHaveLength(1);
  });
});

describe('the time for a language model', () => {
  it('is bounded by the second in which a webhook is to be answered', () => {
    expect(() => composedBackend({ MODEL_BUDGET_MS: '1000' })).toThrow('MODEL_BUDGET_MS');
  });
});
