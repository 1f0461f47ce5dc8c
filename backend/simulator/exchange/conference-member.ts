import type { Carrier } from '../carrier.ts';
import type { LegAudio } from '../endpoint.ts';
import type { MixingRoom } from '../media/mixing-room.ts';
import type { DocumentRequest } from '../twiml/fetch-document.ts';
import { callParameters, identityOf } from '../webhooks/call-parameters.ts';
import type { WebhookMethod } from '../webhooks/webhook-sender.ts';
import type { Participant } from './conference.ts';
import type { Leg } from './leg.ts';
import { type Background, createPrivateSound } from './private-sound.ts';

/** What one leg hears in a conference. */
export interface ConferenceMember {
  readonly leg: Leg;
  /** Until the conference starts. */
  wait(): void;
  /** The conference has started, or had. */
  connect(participant: Participant): void;
  mute(muted: boolean): void;
  /** Is heard by that leg alone from now on; null: by everybody. */
  coach(callSid: string | null): void;
  /** What to hear on hold from now on. */
  setHoldSound(sound: HoldSound): void;
  hold(onHold: boolean): void;
  /** Over whatever else it hears; resolves when it is over. */
  announce(url: string, method: WebhookMethod): Promise<void>;
  leave(): void;
}

/** What is heard instead of the conference, before it is asked for. */
export type HoldSound =
  | { readonly type: 'silence' | 'music' }
  | { readonly type: 'document'; readonly url: string; readonly method: WebhookMethod };

export interface MemberOptions {
  readonly leg: Leg;
  readonly waitSound: HoldSound;
  readonly conference: { readonly sid: string; readonly friendlyName: string };
  readonly mixing: MixingRoom;
}

const SILENT_AUDIO: LegAudio = { read: () => null, play: () => {} };

export function createConferenceMember(
  { leg, waitSound, conference, mixing }: MemberOptions,
  carrier: Carrier,
): ConferenceMember {
  const sound = createPrivateSound(leg, carrier);
  let holdSound: HoldSound = { type: 'music' };

  function request(url: string, method: WebhookMethod): DocumentRequest {
    const parameters = {
      ...callParameters(identityOf(leg, carrier.accountSid), leg.phase()),
      ConferenceSid: conference.sid,
      FriendlyName: conference.friendlyName,
    };
    return { url, method, parameters };
  }

  function background(wanted: HoldSound): Background {
    if (wanted.type !== 'document') return { type: wanted.type };
    return { type: 'document', request: request(wanted.url, wanted.method) };
  }

  return {
    leg,
    // A failing waitUrl keeps its leg from being connected at all (twilio.com/docs/voice/twiml/conference#attributes-waiturl).
    wait: () =>
      sound.loop(background(waitSound), (code) => {
        carrier.report(code, leg.sid);
        leg.hangUp();
      }),
    connect: ({ muted, onHold, coaching }) => {
      if (!onHold) sound.stopLoop();
      mixing.join(leg.sid, leg.audio() ?? SILENT_AUDIO, { muted, onHold, coaching });
    },
    mute: (muted) => mixing.update(leg.sid, { muted }),
    coach: (coaching) => mixing.update(leg.sid, { coaching }),
    setHoldSound: (wanted) => {
      holdSound = wanted;
    },
    hold: (onHold) => {
      mixing.update(leg.sid, { onHold });
      if (onHold) sound.loop(background(holdSound), (code) => carrier.report(code, leg.sid));
      else sound.stopLoop();
    },
    announce: async (url, method) => {
      const code = await sound.announce(request(url, method));
      if (code !== null) carrier.report(code, leg.sid);
    },
    leave: () => {
      mixing.leave(leg.sid);
      sound.stop();
    },
  };
}
