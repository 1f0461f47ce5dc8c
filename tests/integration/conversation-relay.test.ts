import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTranscriptStore } from '../../backend/calls/transcript-store.ts';
import { untilCall, untilOffered, untilOver } from '../support/call-waits.ts';
import { eventually } from '../support/patience.ts';
import { describeInEachPlacement } from '../support/placements.ts';
import { type RelayedCall, relayCall } from '../support/relayed-call.ts';
import { type System, startSystem } from '../support/system.ts';

describeInEachPlacement('a call over a ConversationRelay', ({ settings }) => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem({
      ...settings,
      SPEECH_TRANSPORT: 'relay',
      OFFER_SECONDS: '60',
      HANDOFF_SECONDS: '200',
      ARRIVAL_SECONDS: '40',
    });
  });

  afterAll(() => system[Symbol.asyncDispose]());

  it('goes from the greeting to a human, as over a Gather', async () => {
    const callId = await system.admin.start({ customerId: await system.customerOf('puts-through') });
    await system.suzuki.accept((await untilOffered(system.suzuki, callId)).id);

    const { call, turns } = await untilCall(
      system.suzuki,
      callId,
      (record) => record.call.status === 'human-connected',
    );

    expect(turns.map(({ speaker }) => speaker).slice(0, 6)).toEqual([
      'customer',
      'ai',
      'customer',
      'ai',
      'customer',
      'ai',
    ]);
    expect(turns.at(5)?.text).toContain('おつなぎします');
    expect(call.participants.find(({ kind }) => kind === 'ai')?.state).toBe('left');
    await system.suzuki.request('POST', '/api/calls/end', { callId });
    await untilOver(system.suzuki, callId);
  });

  it.each([
    ['takes no sales calls', 'rejected', 'rejection', 'refuses'],
    ['says so behind a telephone menu', 'absent', 'absent', 'ivr'],
    ['says nothing', 'failed', 'no-response', 'silent'],
  ] as const)('to somebody who %s ends as over a Gather', async (_does, result, reason, persona) => {
    const callId = await system.admin.start({ customerId: await system.customerOf(persona) });

    const { call } = await untilOver(system.admin, callId);

    expect({ result: call.result, reason: call.resultReason }).toEqual({ result, reason });
  });
});

describe('the WebSocket of a ConversationRelay', () => {
  let call: RelayedCall;

  beforeEach(async () => {
    call = await relayCall();
    await call.say('はい、山田商事です');
    call.finish();
  });

  afterEach(() => call[Symbol.asyncDispose]());

  const turns = () => createTranscriptStore(call.backend.database).ofCall(call.callId);
  const broken = { SessionId: 'VX1', SessionStatus: 'failed', ErrorCode: '64105' };

  it('has the opening said whole, and what follows interruptible', async () => {
    await call.say('どちら様でしょうか');

    const texts = call.commands.flatMap((one) => (one.type === 'text' ? [one.interruptible] : []));
    expect(texts).toEqual([false, true]);
  });

  it('keeps of what was interrupted only what was heard', async () => {
    const answer = await call.say('どちら様でしょうか');
    const heard = answer.slice(0, 6);

    call.send({ type: 'interrupt', utteranceUntilInterrupt: heard, durationUntilInterruptMs: '600' });

    await eventually(() => expect(turns().at(-1)).toMatchObject({ speaker: 'ai', text: `${heard}…` }));
    await call.say('ご用件は何でしょうか');
    expect(turns().map(({ speaker }) => speaker)).toEqual([
      'customer',
      'ai',
      'customer',
      'ai',
      'customer',
      'ai',
    ]);
  });

  it('leaves the conversation where it was to a Gather when it breaks', async () => {
    const before = turns();
    call.drop();

    const again = await call.act(broken);
    const answer = await call.act({ SpeechResult: 'どちら様でしょうか', Confidence: '0.9' });

    // Nobody knows how much of the opening was heard, and it is to be heard whole.
    expect(again).toMatch(/<Gather [^>]*bargeIn="false"[^>]*><Say[^>]*>お世話になっております。/);
    expect(answer).toContain('<Say');
    expect(turns().slice(0, before.length)).toEqual(before);
    expect(turns().slice(before.length)).toMatchObject([
      { speaker: 'customer', text: 'どちら様でしょうか', intent: 'company_inquiry' },
      { speaker: 'ai' },
    ]);
  });

  it('has nothing said again by the Gather that was spoken over', async () => {
    const answer = await call.say('どちら様でしょうか');
    call.send({ type: 'interrupt', utteranceUntilInterrupt: answer.slice(0, 6) });
    await eventually(() => expect(turns().at(-1)?.text).toMatch(/…$/));
    call.drop();

    expect(await call.act(broken)).not.toContain('<Say');
  });

  it('changes nothing any more once a Gather has gone on', async () => {
    await call.act(broken);
    const before = turns();

    call.send({ type: 'prompt', voicePrompt: '結構です', lang: 'ja-JP', last: true });
    const answer = await call.act({ SpeechResult: 'どちら様でしょうか', Confidence: '0.9' });

    expect(answer).toContain('<Say');
    expect(
      turns()
        .slice(before.length)
        .map(({ text }) => text),
    ).not.toContain('結構です');
  });

  it('ends with the last words, and then the call ends as after a <Say>', async () => {
    await call.say('営業のお電話はお断りしております');
    call.finish();
    const end = await eventually(() => {
      const last = call.commands.at(-1);
      if (last?.type !== 'end') throw new Error('not over yet');
      return last;
    });

    const twiml = await call.act({
      SessionId: 'VX1',
      SessionStatus: 'ended',
      HandoffData: end.handoffData,
    });

    expect(twiml).toContain('<Hangup/>');
  });

  it('is refused with a wrong signature', async () => {
    expect(await call.connect('c2lnbmVk')).toBe(403);
  });
});
