import type { Clock } from '../../kernel/clock.ts';
import type { CarrierCommand, CarrierOutcome, NewLegCommand, RefusalReason } from '../carrier-command.ts';
import type { Telephony } from '../telephony.ts';
import { isDuplicateLabel, outcomeOfError } from './error-outcome.ts';
import { findLeg } from './leg-lookup.ts';
import { legNow, liveConferences, presentIn } from './leg-now.ts';
import { newParticipant } from './new-participant.ts';
import { createSoftphoneToken } from './softphone-token.ts';
import { createTwilioClient, type TwilioAccount, type TwilioClient } from './twilio-client.ts';
import { createWebhookUrls, type WebhookUrls } from './webhook-urls.ts';

interface TwilioTelephonyOptions {
  readonly account: TwilioAccount;
  /** Where Twilio reaches our webhooks, without a slash at its end. */
  readonly publicUrl: string;
  /** The simulator's address in simulated mode, e.g. `http://localhost:8787/simulator`; null for Twilio. */
  readonly restBaseUrl: string | null;
  readonly clock: Clock;
}

interface Adapter {
  readonly client: TwilioClient;
  readonly account: TwilioAccount;
  readonly urls: WebhookUrls;
}

const done: CarrierOutcome = { type: 'done' };

/** The carrier over Twilio's REST API, or over the simulator's, which is the same. */
export function createTwilioTelephony(options: TwilioTelephonyOptions): Telephony {
  const { account, publicUrl, restBaseUrl, clock } = options;
  const client = createTwilioClient(account, restBaseUrl);
  const adapter: Adapter = { client, account, urls: createWebhookUrls(publicUrl) };
  return {
    execute: (command) => perform(adapter, command).catch(outcomeOfError),
    findLeg: (leg) => findLeg(client, leg).catch(outcomeOfError),
    legNow: (legRef) => legNow(client, legRef),
    presentIn: (conferenceRef) => presentIn(client, conferenceRef),
    liveConferences: () => liveConferences(client),
    softphoneToken: (agentId) => createSoftphoneToken(agentId, account, clock.now()),
  };
}

async function perform(adapter: Adapter, command: CarrierCommand): Promise<CarrierOutcome> {
  const { client, urls } = adapter;
  switch (command.type) {
    case 'dial-customer':
    case 'add-ai':
    case 'ring-softphone':
      return addLeg(adapter, command);
    case 'mute-leg':
      await participant(client, command).update({ muted: command.muted });
      return done;
    case 'hold-leg':
      await participant(client, command).update(
        command.onHold
          ? { hold: true, holdUrl: urls.hold(command.language), holdMethod: 'POST' }
          : { hold: false },
      );
      return done;
    case 'announce':
      await participant(client, command).update({ announceUrl: urls.announcement(command.text) });
      return done;
    case 'remove-leg':
      return removeLeg(client, command);
    case 'transcribe':
      return transcribe(adapter, command);
    case 'stop-transcribing':
      await client
        .calls(command.legRef)
        .transcriptions(transcriptionName(command))
        .update({ status: 'stopped' });
      return done;
    case 'end-conference':
      await client.conferences(command.conferenceRef).update({ status: 'completed' });
      return done;
    case 'hang-up':
      return hangUp(client, command.legRef);
  }
}

async function addLeg({ client, account, urls }: Adapter, command: NewLegCommand): Promise<CarrierOutcome> {
  try {
    const { participants } = client.conferences(command.conferenceName);
    const created = await participants.create(newParticipant(command, account, urls));
    return { type: 'done', leg: { legRef: created.callSid, conferenceRef: created.conferenceSid } };
  } catch (error) {
    if (isDuplicateLabel(error)) return earlierLeg(client, command);
    const outcome = outcomeOfError(error);
    // Nothing can have ended before it began: a 404 here is about the account or the application.
    return outcome.type === 'gone'
      ? { type: 'refused', reason: unknownAddress[command.type], detail: 'the carrier found no such address' }
      : outcome;
  }
}

/** The application is ours, and so are the softphones' names. */
const unknownAddress: Readonly<Record<NewLegCommand['type'], RefusalReason>> = {
  'dial-customer': 'account',
  'add-ai': 'application',
  'ring-softphone': 'carrier',
};

async function earlierLeg(client: TwilioClient, command: NewLegCommand): Promise<CarrierOutcome> {
  const found = await findLeg(client, command);
  return found.type === 'not-done'
    ? { type: 'unknown', detail: 'the label is taken by a leg that is not there' }
    : found;
}

function participant(
  client: TwilioClient,
  { conferenceRef, legRef }: { readonly conferenceRef: string; readonly legRef: string },
) {
  return client.conferences(conferenceRef).participants(legRef);
}

async function removeLeg(
  client: TwilioClient,
  command: Extract<CarrierCommand, { readonly type: 'remove-leg' }>,
): Promise<CarrierOutcome> {
  try {
    await participant(client, command).remove();
    return done;
  } catch (error) {
    // Not in the conference, or not yet: its telephone must not go on ringing.
    if (outcomeOfError(error).type === 'gone') return hangUp(client, command.legRef);
    throw error;
  }
}

async function hangUp(client: TwilioClient, legRef: string): Promise<CarrierOutcome> {
  await client.calls(legRef).update({ status: 'completed' });
  return done;
}

/** TwiML cannot start it, because new TwiML would pull the leg out of the conference. */
async function transcribe(
  { client, urls }: Adapter,
  command: Extract<CarrierCommand, { readonly type: 'transcribe' }>,
): Promise<CarrierOutcome> {
  const { callId, legRef, tracks } = command;
  await client.calls(legRef).transcriptions.create({
    name: transcriptionName(command),
    track: tracks === 'both' ? 'both_tracks' : 'inbound_track',
    inboundTrackLabel: 'customer',
    ...(tracks === 'both' ? { outboundTrackLabel: 'others' } : {}),
    languageCode: 'ja-JP',
    partialResults: true,
    profanityFilter: false,
    enableAutomaticPunctuation: true,
    statusCallbackUrl: urls.transcription(callId),
  });
  return done;
}

/** By which it is stopped; unique on its leg. */
function transcriptionName({
  legId,
  tracks,
}: Extract<CarrierCommand, { readonly type: 'transcribe' | 'stop-transcribing' }>): string {
  return `${legId}-${tracks}`;
}
