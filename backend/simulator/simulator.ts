import type { Hono } from 'hono';
import { systemClock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { simulatedAccount } from './account.ts';
import type { SimulatedClock } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import type { Caller } from './exchange/incoming.ts';
import { silentMixer } from './exchange/silent-mixer.ts';
import type { Faults } from './faults/faults.ts';
import { withDeviceFaults } from './faults/faulty-devices.ts';
import { spoilOffer } from './faults/spoilt-offer.ts';
import { createSoftphoneGateway } from './gateway/softphone-gateway.ts';
import { createMixer } from './media/mixer.ts';
import type { Observation } from './observation.ts';
import type { PhoneDirectory } from './personas/introductions.ts';
import { customerPhoneNumber } from './personas/numbers.ts';
import { createCustomerPhone } from './phone/customer-phone.ts';
import { createPhoneDevices } from './phone/phone-devices.ts';
import { phoneRoutes } from './phone/phone-routes.ts';
import { createSimulatedCarrier, fieldSetUpMs } from './simulated-carrier.ts';

/** A stand-in for Twilio, whole: its REST API, its webhooks, its Voice SDK gateway, and the people who are phoned. */
export interface Simulator extends Disposable {
  /** To be mounted at `/simulator`; needs a server with WebSockets. */
  readonly app: Hono;
  readonly clock: SimulatedClock;
  /** What goes wrong; nothing until it is told to. */
  readonly faults: Faults;
  observe(): Observation;
  /** Somebody rings the account's number. */
  receive(caller: Caller): void;
}

export interface SimulatorOptions {
  readonly clock: SimulatedClock;
  readonly log: Log;
  /** Where the application's webhooks are, without a slash at its end. */
  readonly publicUrl: string;
  /** `none` carries words only: for many calls at once, and for time that runs faster than sound. */
  readonly sound: 'mixed' | 'none';
  /** Whom those speak for who are phoned. */
  readonly directory: PhoneDirectory;
  /** Instead of the Voice SDK's devices, where no browser takes part. */
  readonly softphones?: (identity: string) => Endpoint;
}

export function createSimulator(options: SimulatorOptions): Simulator {
  const { clock, log, publicUrl, sound, softphones } = options;
  const mixer = createMixer();
  // Tokens are issued and pages live in real time, whatever the simulated network does.
  const gateway = createSoftphoneGateway({
    account: simulatedAccount,
    clock: systemClock,
    log,
    offered: (sdp, callSid) => spoilOffer(sdp, carrier.faults.strike('device', callSid)),
  });
  const phone = createCustomerPhone({
    number: customerPhoneNumber,
    devices: createPhoneDevices(gateway),
    dial: (caller) => carrier.receive(caller),
    clock: systemClock,
  });
  const faultyDevice = (endpointFor: (identity: string) => Endpoint) => (identity: string) =>
    withDeviceFaults(endpointFor(identity), carrier.faults, clock);
  const carrier = createSimulatedCarrier({
    clock,
    log,
    mixer: sound === 'mixed' ? mixer : silentMixer,
    fetch,
    applicationVoiceUrl: `${publicUrl}/webhooks/twilio/ai`,
    numberVoiceUrl: `${publicUrl}/webhooks/twilio/incoming`,
    numberStatusCallback: `${publicUrl}/webhooks/twilio/incoming-ended`,
    setUpMs: fieldSetUpMs,
    directory: options.directory,
    softphones: softphones === undefined ? gateway.endpointFor : faultyDevice(softphones),
    customerPhone: phone,
  });
  carrier.app.route('/', gateway.app);
  carrier.app.route('/', phoneRoutes({ phone, account: simulatedAccount, clock: systemClock, log }));
  return {
    app: carrier.app,
    clock,
    faults: carrier.faults,
    observe: carrier.observe,
    receive: carrier.receive,
    [Symbol.dispose]: () => {
      carrier[Symbol.dispose]();
      gateway[Symbol.dispose]();
      mixer[Symbol.dispose]();
    },
  };
}
