import { type CallPhase, callSeconds } from './exchange/call-machine.ts';
import type { Call } from './exchange/calls.ts';
import type { Exchange } from './exchange/exchange.ts';
import type { ConferenceRecording, RecordingStatus } from './exchange/recording.ts';
import { durationMs, type Sound } from './exchange/sound.ts';
import type { ObservedSound } from './media/mixing-room.ts';
import type { ToldWords } from './told-words.ts';
import { callStatus } from './webhooks/call-parameters.ts';

/** What really happened on the lines, for tests to compare with what the application believes. */
export interface Observation {
  readonly legs: readonly ObservedLeg[];
  /** Every recording that was begun, also those that were deleted since; newest first. */
  readonly recordings: readonly ObservedRecording[];
  /** What the application was told that somebody said, and took, oldest first. */
  readonly told: readonly ToldWords[];
  /** What Twilio would show in its debugger, oldest first. */
  readonly errors: readonly ReportedError[];
}

export interface ObservedLeg {
  readonly callSid: string;
  readonly from: string;
  readonly to: string;
  readonly label: string | null;
  /** The name of the conference that it was made for. */
  readonly conference: string | null;
  readonly status: string;
  /** ISO 8601; null before. */
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly billedSeconds: number;
  readonly said: readonly AudibleSound[];
  readonly heard: readonly (AudibleSound & { readonly source: string | null })[];
  /** The last second of a leg that is in a conference; null elsewhere, and where nothing is mixed. */
  readonly sound: ObservedSound | null;
}

/** Simulated time, ISO 8601. A sound that was broken off ends when it was. */
export interface AudibleSound {
  readonly from: string;
  readonly to: string;
  readonly what: { readonly type: 'speech' | 'recording'; readonly text: string };
}

export interface ObservedRecording {
  readonly recordingSid: string;
  /** The name of the conference. */
  readonly conference: string;
  readonly status: RecordingStatus['type'];
  /** Null before it is there. */
  readonly durationSeconds: number | null;
  /** Whether the carrier has it no more. */
  readonly isDeleted: boolean;
}

export interface ReportedError {
  readonly code: number;
  readonly callSid: string | null;
  readonly at: string;
}

export interface Observer {
  follow(call: Call): void;
  report(code: number, callSid: string | null): void;
  told(words: ToldWords): void;
  observe(exchange: Exchange): Observation;
}

export interface ObserverOptions {
  readonly now: () => Date;
  /** Of the participant that a call was made for; null for one that was made for none. */
  readonly placeOf: (callSid: string) => Place | null;
}

interface Place {
  readonly label: string | null;
  readonly conference: string;
}

interface Track {
  place: Place | null;
  readonly said: AudibleSound[];
  readonly heard: (AudibleSound & { source: string | null })[];
}

/** The newest ones are kept. */
const REMEMBERED_LEGS = 2_000;
const REMEMBERED_ERRORS = 1_000;
const REMEMBERED_WORDS = 20_000;

export function createObserver({ now, placeOf }: ObserverOptions): Observer {
  const tracks = new Map<string, Track>();
  const errors: ReportedError[] = [];
  const told: ToldWords[] = [];

  return {
    follow: ({ leg }) => {
      const track: Track = { place: null, said: [], heard: [] };
      tracks.set(leg.sid, track);
      forgetBeyond(tracks, REMEMBERED_LEGS);
      leg.subscribe((event) => {
        // Who was given up while the line was set up was never dialled.
        if (event.type === 'dialed' || event.type === 'ended') track.place ??= placeOf(leg.sid);
        if (event.type === 'said') track.said.push(audible(event.sound, now()));
        if (event.type === 'broke-off') cutLast(track.said, now());
        if (event.type === 'heard')
          track.heard.push({ ...audible(event.sound, now()), source: event.source });
        if (event.type === 'heard-break-off') cutLastOf(track.heard, event.source, now());
        if (event.type === 'ended') cutAll(track, now());
      });
    },
    report: (code, callSid) => {
      errors.push({ code, callSid, at: now().toISOString() });
      if (errors.length > REMEMBERED_ERRORS) errors.shift();
    },
    told: (words) => {
      told.push(words);
      if (told.length > REMEMBERED_WORDS) told.shift();
    },
    observe: (exchange) => ({
      errors: [...errors],
      told: [...told],
      recordings: recordingsIn(exchange),
      legs: [...tracks].flatMap(([callSid, { place, said, heard }]) => {
        const call = exchange.calls.find(callSid);
        if (call === undefined) return [];
        return {
          callSid,
          from: call.leg.from,
          to: call.leg.to,
          label: place?.label ?? null,
          conference: place?.conference ?? null,
          status: callStatus(call.leg.phase()),
          ...timesOf(call.leg.phase()),
          said: [...said],
          heard: [...heard],
          sound: exchange.conferences.seatOf(callSid)?.room().sound(callSid) ?? null,
        };
      }),
    }),
  };
}

function recordingsIn({ conferences: { recordings } }: Exchange): readonly ObservedRecording[] {
  const kept = new Set(recordings.list());
  return recordings.made().map((recording) => observed(recording, !kept.has(recording)));
}

function observed(recording: ConferenceRecording, isDeleted: boolean): ObservedRecording {
  const status = recording.status();
  const durationSeconds = status.type === 'completed' ? status.durationSeconds : null;
  const { sid: recordingSid, conference } = recording;
  return { recordingSid, conference, status: status.type, durationSeconds, isDeleted };
}

function audible(sound: Sound, now: Date): AudibleSound {
  const text = sound.type === 'speech' ? sound.utterance.text : sound.recording.source;
  const to = new Date(now.getTime() + durationMs(sound));
  return { from: now.toISOString(), to: to.toISOString(), what: { type: sound.type, text } };
}

function cutLast(sounds: AudibleSound[], now: Date): void {
  const last = sounds.pop();
  if (last === undefined) return;
  sounds.push(new Date(last.to) > now ? { ...last, to: now.toISOString() } : last);
}

/** Of several sounds at once only the one from there ends: hold music, say, beneath what is announced. */
function cutLastOf(sounds: Track['heard'], source: string | null, now: Date): void {
  const index = sounds.findLastIndex((sound) => sound.source === source);
  const sound = sounds[index];
  if (sound !== undefined && new Date(sound.to) > now) sounds[index] = { ...sound, to: now.toISOString() };
}

/** Nothing is heard on a line that is over. */
function cutAll(track: Track, now: Date): void {
  const cut = <Kind extends AudibleSound>(sound: Kind): Kind =>
    new Date(sound.to) > now ? { ...sound, to: now.toISOString() } : sound;
  track.said.splice(0, Number.POSITIVE_INFINITY, ...track.said.map(cut));
  track.heard.splice(0, Number.POSITIVE_INFINITY, ...track.heard.map(cut));
}

function timesOf(phase: CallPhase): Pick<ObservedLeg, 'answeredAt' | 'endedAt' | 'billedSeconds'> {
  const answeredAt = 'answeredAt' in phase ? phase.answeredAt : null;
  return {
    answeredAt: answeredAt?.toISOString() ?? null,
    endedAt: phase.type === 'ended' ? phase.endedAt.toISOString() : null,
    billedSeconds: callSeconds(phase) ?? 0,
  };
}

function forgetBeyond<Value>(map: Map<string, Value>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
