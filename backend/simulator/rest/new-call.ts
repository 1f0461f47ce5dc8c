import type { z } from 'zod';
import type { NewCall } from '../exchange/calls.ts';
import type { MachineDetection } from '../exchange/machine-detection.ts';
import type { Holdings } from '../holdings/holdings.ts';
import { type Destination, parseDestination } from '../network.ts';
import type { createCallParameters, createParticipantParameters } from './parameters.ts';
import { TwilioError } from './twilio-error.ts';

export type CallParameters = z.output<typeof createCallParameters>;
export type ParticipantParameters = z.output<typeof createParticipantParameters>;

/** The part of a request to create a call or a participant that is about the phone call itself. */
export function newCall(
  parameters: CallParameters | ParticipantParameters,
  machineCallback: MachineDetection['callback'],
  mayShow: Holdings['mayShow'],
): NewCall {
  if (!mayShow(parameters.From)) throw unverified(parameters.From);
  return {
    from: parameters.From,
    destination: destination(parameters.To),
    timeoutSeconds: parameters.Timeout,
    timeLimitSeconds: parameters.TimeLimit ?? null,
    statusCallback:
      parameters.StatusCallback === undefined
        ? null
        : {
            url: parameters.StatusCallback,
            method: parameters.StatusCallbackMethod,
            events: parameters.StatusCallbackEvent,
          },
    machineDetection: machineDetection(parameters, machineCallback),
  };
}

function unverified(from: string): TwilioError {
  return new TwilioError(
    400,
    21210,
    `The source phone number provided, ${from}, is not yet verified for your account.`,
  );
}

// Where dialing to abroad is not permitted for the account, Twilio says so before it dials (error 21215).
function destination(to: string): Destination {
  const parsed = parseDestination(to);
  if (parsed === null)
    throw new TwilioError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
  if (parsed.type === 'phone' && !parsed.number.startsWith('+81')) {
    throw new TwilioError(400, 21215, `Account not authorized to call ${to}.`);
  }
  return parsed;
}

function machineDetection(
  parameters: CallParameters | ParticipantParameters,
  callback: MachineDetection['callback'],
): MachineDetection | null {
  if (parameters.MachineDetection === undefined) return null;
  return {
    mode: parameters.MachineDetection,
    timeoutMs: parameters.MachineDetectionTimeout * 1_000,
    speechThresholdMs: parameters.MachineDetectionSpeechThreshold,
    speechEndThresholdMs: parameters.MachineDetectionSpeechEndThreshold,
    silenceTimeoutMs: parameters.MachineDetectionSilenceTimeout,
    callback,
  };
}
