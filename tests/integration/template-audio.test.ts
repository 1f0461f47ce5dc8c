import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import type { CallId } from '../../backend/contract/ids.ts';
import { DEFAULT_TEMPLATES } from '../../backend/conversation/default-templates.ts';
import { customers } from '../../backend/db/schema/customers.ts';
import { webhookReceipts } from '../../backend/db/schema/journal.ts';
import { templateAudio } from '../../backend/db/schema/speech.ts';
import { customerPhoneNumber } from '../../backend/simulator/personas/numbers.ts';
import { untilCall, untilOver } from '../support/call-waits.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { openPlayedCustomer, type PlayedCustomer } from '../support/played-customer.ts';
import { mp3File } from '../support/sound-files.ts';
import { type System, startSystem } from '../support/system.ts';

let system: System;
let customer: PlayedCustomer;

afterEach(async () => {
  customer[Symbol.dispose]();
  await system[Symbol.asyncDispose]();
});

/** The AI calls the customer's telephone, for an agent who has one text in a voice of their own. */
async function callWithAudio(
  settings: Readonly<Record<string, string>>,
  prepare: () => void = () => {},
): Promise<CallId> {
  system = await startSystem({ SIMULATOR_SPEED: '4', ...settings });
  const put = await system.suzuki.upload('/api/agents/templates/rejection/audio?basedOn=0', mp3File(3));
  expect(put.status).toBe(200);
  prepare();
  customer = await openPlayedCustomer(system.url);
  const byNumber = eq(customers.phoneNumber, customerPhoneNumber);
  const row = system.database.query.select({ id: customers.id }).from(customers).where(byNumber).get();
  if (row === undefined) throw new Error('nobody has the telephone');
  const callId = await system.suzuki.start({ customerId: row.id });
  await customer.answer();
  await customer.untilHeard(/と申します/);
  return callId;
}

describeInEachPlacement('a reply that has a sound file', (placement) => {
  it.each(['gather', 'relay'])('is played, and stands in the transcript in words (%s)', async (transport) => {
    const callId = await callWithAudio({ ...placement.settings, SPEECH_TRANSPORT: transport });
    await untilCall(system.suzuki, callId, ({ turns }) => turns.some(({ speaker }) => speaker === 'ai'));

    customer.say('結構です。必要ありません。');
    const { call, turns } = await untilOver(system.suzuki, callId);

    expect(call.result).toBe('rejected');
    expect(turns.at(-1)).toMatchObject({ speaker: 'ai', text: DEFAULT_TEMPLATES.rejection });
    expect(customer.heardWords().join('')).not.toContain('控えさせていただきます');
    const documents = system.database.query.select().from(webhookReceipts).all();
    const isPlayed = documents.some(({ response }) => response.includes('/audio/templates/'));
    expect(isPlayed).toBe(transport === 'gather');
  });

  it('is spoken when the file is gone', async () => {
    const callId = await callWithAudio(placement.settings, () =>
      system.database.query.delete(templateAudio).run(),
    );

    customer.say('結構です。必要ありません。');

    await customer.untilHeard(/控えさせていただきます/);
    await untilOver(system.suzuki, callId);
  });
});
