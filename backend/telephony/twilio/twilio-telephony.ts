import type { ParticipantContextUpdateOptions } from 'twilio/lib/rest/api/v2010/account/conference/participant.js';
import type { Clock } from '../../kernel/clock.ts';
import type { CarrierCommand, CarrierOutcome, NewLegCommand, RefusalReason } from '../carrier-command.ts';
import type { Telephony } from '../telephony.ts';
import { callerNumbers } from './caller-numbers.ts';
import { isDuplicateLabel, outcomeOfError } from './error-outcome.ts';
import { inTime } from './in-time.ts';
import { findLeg } from './leg-lookup.ts';
import { isMixed, legNow, liveConferences, presentIn } from './leg-now.ts';
import { newParticipant } from './new-participant.ts';
import type { After } from './relay/alarm.ts';
import { createSoftphoneToken } from './softphone-token.ts';
import { announced, dismissTelephone, findTelephone, ringTelephone } from './telephone-leg.ts';
import { createTwilioClient, type TwilioAccount, type TwilioClient } from './twilio-client.ts';
import { createWebhookUrls, type WebhookUrls } from './webhook-urls.ts';

interface TwilioTelephonyOptions {
  readonly account: TwilioAccount;
  /** Where Twilio reaches our webhooks, without a slash at its end. */
  readonly publicUrl: string;
  /** The simulator's address in simulated mode, e.g. `http://localhost:8787/simulator`; null for Twilio. */
  readonly restBaseUrl: string | null;
  readonly clock: Clock;
  /** Times how long the carrier may take to answer. */
  readonly after: After;
}

interface Adapter {
  readonly client: TwilioClient;
  readonly account: TwilioAccount;
  readonly urls: WebhookUrls;
}

const done: CarrierOutcome = { type: 'done' };

/** Customers hear silence meanwhile. Twilio answers within 1 s, and whatever is asked of a call that is on can be asked again. */
const patienceMs = 2_500;
const unanswered: CarrierOutcome = { type: 'unknown', detail: 'no answer in time' };

export interface TwilioTelephony extends Telephony {
  /** `abandoned`: aborted once whoever asks has given the command up. */
  execute(command: CarrierCommand, repeated?: boolean, abandoned?: AbortSignal): Promise<CarrierOutcome>;
}

/** The carrier over Twilio's REST API, or over the simulator's, which is the same. */
export function createTwilioTelephony(options: TwilioTelephonyOptions): TwilioTelephony {
  const { account, publicUrl, restBaseUrl, clock, after } = options;
  const client = createTwilioClient(account, restBaseUrl);
  const adapter: Adapter = { client, account, urls: createWebhookUrls(publicUrl) };

  /** What is given up is broken off: it must not come after what is asked next. */
  function quickly<Answer>(ask: (client: TwilioClient) => Promise<Answer>, late: Answer): Promise<Answer> {
    return inTime((signal) => ask(client.until(signal)), { ms: patienceMs, late, after });
  }

  return {
    execute(command, repeated = false, abandoned) {
      const ask = (by: TwilioClient) =>
        perform({ ...adapter, client: by }, command, repeated).catch(outcomeOfError);
      if (command.type === 'dial-customer') return ask(client);
      return quickly((by) => ask(abandoned === undefined ? by : by.until(abandoned)), unanswered);
    },
    findLeg(leg) {
      const ask = (by: TwilioClient) =>
        (leg.type === 'ring-telephone' ? findTelephone(by, leg, account) : findLeg(by, leg)).catch(
          outcomeOfError,
        );
      return leg.type === 'dial-customer' ? ask(client) : quickly(ask, unanswered);
    },
    legNow: (legRef) => quickly((by) => legNow(by, legRef), { type: 'unknown' }),
    presentIn: (conferenceRef) => quickly((by) => presentIn(by, conferenceRef), null),
    isMixed: (conferenceRef) => quickly((by) => isMixed(by, conferenceRef), null),
    liveConferences: () => quickly(liveConferences, null),
    callerNumbers: () => quickly(callerNumbers, null),
    softphoneToken: (agentId) => createSoftphoneToken(agentId, account, clock.now()),
  };
}

async function perform(
  adapter: Adapter,
  command: CarrierCommand,
  repeated: boolean,
): Promise<CarrierOutcome> {
  const { client, urls } = adapter;
  switch (command.type) {
    case 'dial-customer':
    case 'add-ai':
    case 'ring-softphone':
      return addLeg(adapter, command);
    case 'ring-telephone':
      return ringTelephone(client, command, adapter);
    case 'dismiss-telephone':
      return dismissTelephone(client, command, urls);
    case 'mute-leg':
      await participant(client, command).update({ muted: command.muted });
      return done;
    case 'supervise-leg':
      await participant(client, command).update(heardAs(command.heardBy));
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
    case 'take-leave':
      // Pulls the leg out of the conference.
      await client.calls(command.legRef).update(announced(urls.announcement(command.text)));
      return done;
    case 'remove-leg':
      return removeLeg(client, command);
    case 'transcribe':
      if (repeated) await stopTranscribing(client, command).catch(outcomeOfError);
      return transcribe(adapter, command);
    case 'stop-transcribing':
      await stopTranscribing(client, command);
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

/** In one request, so that nobody hears in between who should not. (twilio.com/docs/voice/api/conference-participant-resource) */
function heardAs(
  heardBy: Extract<CarrierCommand, { readonly type: 'supervise-leg' }>['heardBy'],
): ParticipantContextUpdateOptions {
  switch (heardBy.type) {
    case 'nobody':
      return { muted: true, coaching: false };
    case 'everybody':
      return { muted: false, coaching: false };
    case 'one':
      return { muted: false, coaching: true, callSidToCoach: heardBy.legRef };
  }
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
    statusCallbackUrl: urls.transcription(callId, tracks),
  });
  return done;
}

type Transcribing = Extract<CarrierCommand, { readonly type: 'transcribe' | 'stop-transcribing' }>;

/** Before it is asked for again, too: of two that hear the same, every word would be told twice. */
async function stopTranscribing(client: TwilioClient, command: Transcribing): Promise<void> {
  await client.calls(command.legRef).transcriptions(transcriptionName(command)).update({ status: 'stopped' });
}

/** By which it is stopped; unique on its leg. */
function transcriptionName({ legId, tracks }: Transcribing): string {
  return `${legId}-${tracks}`;
}
