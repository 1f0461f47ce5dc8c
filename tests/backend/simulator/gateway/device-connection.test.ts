import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../../backend/kernel/clock.ts';
import { simulatedAccount } from '../../../../backend/simulator/account.ts';
import {
  createDeviceConnection,
  type DeviceConnection,
} from '../../../../backend/simulator/gateway/device-connection.ts';
import { createDeviceRegistry } from '../../../../backend/simulator/gateway/device-registry.ts';
import { tokenFor } from './voice-network.ts';

interface Wire {
  readonly connection: DeviceConnection;
  readonly sent: { readonly type: string; readonly payload: unknown }[];
  say(type: string, payload: object): void;
}

function connect(): Wire {
  const sent: Wire['sent'] = [];
  const connection = createDeviceConnection({
    socket: { send: (frame) => sent.push(JSON.parse(frame)), close: () => {} },
    account: simulatedAccount,
    registry: createDeviceRegistry(),
    clock: systemClock,
  });
  return {
    connection,
    sent,
    say: (type, payload) => connection.received(JSON.stringify({ type, version: '1.6', payload })),
  };
}

describe('createDeviceConnection', () => {
  it('registers a device that sends its token and its registration in one go', () => {
    const wire = connect();

    wire.say('listen', { token: tokenFor('agent-1'), browserinfo: {}, reconnectTimeout: 0 });
    wire.say('register', { media: { audio: true } });
    wire.connection.closed();

    expect(wire.sent.map(({ type }) => type)).toEqual(['connected', 'ready']);
    expect(wire.sent[0]?.payload).toMatchObject({ token: { identity: 'agent-1' } });
  });

  it('registers nobody without a token', () => {
    const wire = connect();

    wire.say('register', { media: { audio: true } });
    wire.connection.closed();

    expect(wire.sent).toMatchObject([{ type: 'error', payload: { error: { code: 31201 } } }]);
  });

  it.each([
    ['an expired', tokenFor('agent-1', -1_000), 31205],
    ['a senseless', 'not-a-jwt', 31204],
  ])('names %s token by its number', (_which, token, code) => {
    const wire = connect();

    wire.say('listen', { token });
    wire.connection.closed();

    expect(wire.sent).toMatchObject([{ type: 'error', payload: { error: { code } } }]);
  });

  it('hangs up on a device that looks for a call which is over, and on one that wants to dial', () => {
    const wire = connect();
    wire.say('listen', { token: tokenFor('agent-1') });

    wire.say('invite', { callsid: 'CA1', sdp: 'v=0', reconnect: 'long-gone', twilio: {} });
    wire.say('invite', { callsid: 'TJS1', sdp: 'v=0', twilio: { params: 'To=1' } });
    wire.connection.closed();

    expect(wire.sent.slice(1)).toMatchObject([
      { type: 'hangup', payload: { callsid: 'CA1', error: { code: 31404 } } },
      { type: 'hangup', payload: { callsid: 'TJS1', error: { code: 31002 } } },
    ]);
  });

  it('hangs up on an answer that crossed the cancel', () => {
    const wire = connect();

    wire.say('answer', { callsid: 'CA1', sdp: 'v=0' });
    wire.connection.closed();

    expect(wire.sent).toEqual([{ type: 'hangup', version: '1.6', payload: { callsid: 'CA1' } }]);
  });

  it('passes over what it does not understand', () => {
    const wire = connect();

    wire.connection.received('\n');
    wire.connection.received('nonsense');
    wire.say('message', { content: 'hello' });
    wire.say('hangup', { callsid: 'CA-unknown' });
    wire.connection.closed();

    expect(wire.sent).toEqual([]);
  });
});
