import { describe, expect, it } from 'vitest';
import {
  type PhoneView,
  type PhoneViewEvent,
  showPhoneEvent,
  unconnectedPhone,
} from '../../../../src-renderer/features/customer-phone/phone-view.ts';

const number = '+81300990001';
const waiting: PhoneViewEvent = { type: 'line', number, line: { phase: 'waiting' } };
const ringing: PhoneViewEvent = { type: 'line', number, line: { phase: 'ringing', from: '+81500' } };

function talking(answeredHere: boolean): PhoneViewEvent {
  const since = '2026-11-02T01:00:00Z';
  return { type: 'line', number, line: { phase: 'talking', from: '+81500', since, answeredHere } };
}

function heard(text: string): PhoneViewEvent {
  return { type: 'heard', text, durationMs: 1_000 };
}

function viewAfter(...events: PhoneViewEvent[]): PhoneView {
  return events.reduce(showPhoneEvent, unconnectedPhone);
}

describe('showPhoneEvent', () => {
  it('shows its own call while that rings, with nothing of the one before', () => {
    const calling = { phase: 'calling', to: '+81500', calledHere: true } as const;

    const view = viewAfter(waiting, ringing, talking(true), heard('もしもし'), waiting, {
      type: 'line',
      number,
      line: calling,
    });

    expect(view).toMatchObject({ line: calling, said: [], ended: false });
  });

  it('keeps what was said on screen after the call, and clears it when the phone rings again', () => {
    const over = viewAfter(
      waiting,
      ringing,
      talking(true),
      { type: 'said', text: 'はい' },
      heard('もしもし'),
      waiting,
    );

    expect(over.ended).toBe(true);
    expect(over.said.map(({ speaker, text }) => `${speaker} ${text}`)).toEqual([
      'you はい',
      'caller もしもし',
    ]);
    expect(showPhoneEvent(over, ringing)).toMatchObject({ said: [], ended: false });
  });

  it('marks the words that the caller broke off', () => {
    const view = viewAfter(
      talking(true),
      heard('お世話に'),
      { type: 'said', text: 'はい' },
      { type: 'heard-break-off' },
    );

    expect(view.said.map(({ brokenOff }) => brokenOff)).toEqual([true, false]);
  });

  it('holds back what is typed while the caller speaks, and forgets it with the call', () => {
    const holding = viewAfter(
      talking(true),
      heard('お世話になっております'),
      { type: 'held', text: 'はい' },
      { type: 'held', text: 'どちら様でしょうか' },
    );

    expect(holding).toMatchObject({ heard: { durationMs: 1_000 }, held: 'はい どちら様でしょうか' });
    expect(showPhoneEvent(holding, { type: 'heard-out' }).heard).toBeNull();
    expect(showPhoneEvent(holding, { type: 'said', text: 'はい' }).held).toBeNull();
    expect(showPhoneEvent(holding, waiting)).toMatchObject({ heard: null, held: null });
  });

  it('does not call it the end of a call when another page had it, or nobody answered', () => {
    expect(viewAfter(waiting, ringing, waiting).ended).toBe(false);
    expect(viewAfter(waiting, ringing, talking(false), waiting).ended).toBe(false);
  });

  it('is connected again with the first word from the server', () => {
    expect(viewAfter(waiting, { type: 'connection-lost' }).connection).toBe('lost');
    expect(viewAfter(waiting, { type: 'connection-lost' }, waiting).connection).toBe('connected');
  });
});
