import { randomUUID } from 'node:crypto';
import { simulatedAccount } from '../../../backend/simulator/account.ts';
import type {
  Endpoint,
  EndpointCall,
  EndpointEvents,
  LegAudio,
} from '../../../backend/simulator/endpoint.ts';

/** What the network sees of a call to an endpoint. */
export interface SeenCall {
  readonly call: EndpointCall;
  /** One line an event, in order. */
  readonly happened: string[];
  /** Null until it is answered. */
  readonly audio: () => LegAudio | null;
}

export function ringEndpoint(
  endpoint: Endpoint,
  parameters: Readonly<Record<string, string>> = {},
): SeenCall {
  const happened: string[] = [];
  let audio: LegAudio | null = null;
  const events: EndpointEvents = {
    ringing: () => happened.push('ringing'),
    answered: (answeredWith) => {
      audio = answeredWith;
      happened.push('answered');
    },
    refused: (reason) => happened.push(`refused: ${reason}`),
    hungUp: () => happened.push('hung up'),
    pressed: (digit) => happened.push(`pressed ${digit}`),
    said: ({ text }) => happened.push(`said ${text}`),
    brokeOff: () => happened.push('broke off'),
    played: () => happened.push('played'),
  };
  const incoming = {
    callSid: `CA${randomUUID().replaceAll('-', '')}`,
    accountSid: simulatedAccount.accountSid,
    from: simulatedAccount.callerNumber,
    to: 'somebody',
    parameters,
  };
  const call = endpoint.ring(incoming, events);
  return { call, happened, audio: () => audio };
}
