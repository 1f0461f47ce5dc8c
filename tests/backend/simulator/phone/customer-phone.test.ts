import { describe, expect, it, vi } from 'vitest';
import type { PhoneServerFrame } from '../../../../backend/contract/customer-phone.ts';
import { systemClock } from '../../../../backend/kernel/clock.ts';
import { type Caller, WITHHELD_NUMBER } from '../../../../backend/simulator/exchange/incoming.ts';
import {
  type CustomerPhone,
  createCustomerPhone,
  type PhonePage,
} from '../../../../backend/simulator/phone/customer-phone.ts';
import { eventually } from '../../../support/patience.ts';
import { ringEndpoint } from '../seen-call.ts';

const number = '+81300990001';

function phone(dial: (caller: Caller) => void = () => undefined): CustomerPhone {
  const devices = { connect: () => ({ disconnect: () => {} }) };
  return createCustomerPhone({ number, devices, dial, clock: systemClock });
}

interface SeenPage extends PhonePage {
  readonly frames: PhoneServerFrame[];
  phases(): string[];
}

function page(pageId: string): SeenPage {
  const frames: PhoneServerFrame[] = [];
  return {
    pageId,
    frames,
    send: (frame) => frames.push(frame),
    phases: () => frames.map((frame) => (frame.type === 'line' ? frame.line.phase : frame.type)),
  };
}

describe('createCustomerPhone', () => {
  it('rings although no page is open, and shows the call to one that is opened then', () => {
    const telephone = phone();
    ringEndpoint(telephone);
    const late = page('a');

    telephone.opened(late);

    expect(late.phases()).toEqual(['ringing']);
  });

  it('rings our number, and talks once that is answered', () => {
    const callers: Caller[] = [];
    const telephone = phone((caller) => callers.push(caller));
    const [here, elsewhere] = [page('a'), page('b')];
    telephone.opened(here);
    telephone.opened(elsewhere);

    telephone.received(here, { type: 'call', showsNumber: true });
    const [caller] = callers;
    if (caller === undefined) throw new Error('nobody was rung');
    ringEndpoint(caller.endpoint);
    caller.answered();

    expect(caller.from).toBe(number);
    expect(here.phases()).toEqual(['waiting', 'calling', 'talking']);
    expect(elsewhere.phases()).toEqual(['waiting', 'calling', 'talking']);
  });

  it('shows no number where it is withheld, and gives up before the answer', async () => {
    const callers: Caller[] = [];
    const telephone = phone((caller) => callers.push(caller));
    const here = page('a');
    telephone.opened(here);

    telephone.received(here, { type: 'call', showsNumber: false });
    const [caller] = callers;
    if (caller === undefined) throw new Error('nobody was rung');
    const seen = ringEndpoint(caller.endpoint);
    telephone.received(here, { type: 'hang-up' });

    expect(caller.from).toBe(WITHHELD_NUMBER);
    expect(here.phases()).toEqual(['waiting', 'calling', 'waiting']);
    await eventually(() => expect(seen.happened).toContain('hung up'));
  });

  it('has one line', async () => {
    const telephone = phone();
    ringEndpoint(telephone);

    const second = ringEndpoint(telephone);

    await eventually(() => expect(second.happened).toEqual(['refused: busy']));
  });

  it('belongs to the page that answered first, and the others only see that', () => {
    const telephone = phone();
    const [one, other] = [page('a'), page('b')];
    telephone.opened(one);
    telephone.opened(other);
    const seen = ringEndpoint(telephone);

    telephone.received(one, { type: 'answer' });
    telephone.received(other, { type: 'answer' });
    telephone.received(other, { type: 'hang-up' });
    seen.call.heard({ text: 'もしもし', confidence: 1, durationMs: 500 });

    expect(one.phases()).toEqual(['waiting', 'ringing', 'talking', 'heard']);
    expect(other.phases()).toEqual(['waiting', 'ringing', 'talking']);
    expect(other.frames.at(-1)).toMatchObject({ line: { answeredHere: false } });
    expect(seen.happened.filter((event) => event === 'hung up')).toEqual([]);
  });

  it('says typed words with the time they take', () => {
    const telephone = phone();
    const open = page('a');
    telephone.opened(open);
    const seen = ringEndpoint(telephone);
    telephone.received(open, { type: 'answer' });

    telephone.received(open, { type: 'say', text: '少々お待ちください。' });
    telephone.received(open, { type: 'press', key: '1' });

    expect(seen.happened).toContain('said 少々お待ちください。');
    expect(seen.happened).toContain('pressed 1');
  });

  it('hangs up when its page is closed, but not when that is only loaded anew', () => {
    vi.useFakeTimers();
    const telephone = phone();
    const open = page('a');
    telephone.opened(open);
    const seen = ringEndpoint(telephone);
    telephone.received(open, { type: 'answer' });

    telephone.closed(open);
    vi.advanceTimersByTime(1_000);
    const reloaded = page('a');
    telephone.opened(reloaded);
    vi.advanceTimersByTime(60_000);
    const afterReload = [...seen.happened];
    telephone.closed(reloaded);
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();

    expect(afterReload).not.toContain('hung up');
    expect(seen.happened).toContain('hung up');
  });

  it('waits for the next call after the caller hung up', () => {
    const telephone = phone();
    const open = page('a');
    telephone.opened(open);
    const first = ringEndpoint(telephone);
    telephone.received(open, { type: 'answer' });

    first.call.end();
    first.call.end();
    ringEndpoint(telephone);

    expect(open.phases()).toEqual(['waiting', 'ringing', 'talking', 'waiting', 'ringing']);
  });
});
