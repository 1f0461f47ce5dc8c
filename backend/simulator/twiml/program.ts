import type { SimulatedClock } from '../clock.ts';
import type { VoiceRecordings } from '../exchange/voice-recordings.ts';
import { relay } from '../relay/relay.ts';
import type { OpenRelay } from '../relay/relay-socket.ts';
import type { WebhookMethod, WebhookSender } from '../webhooks/webhook-sender.ts';
import { absoluteUrl } from './absolute-url.ts';
import { createEar, type Ear } from './ear.ts';
import { type DocumentRequest, type FetchedDocument, fetchDocument, parsed } from './fetch-document.ts';
import { gather } from './gather.ts';
import { gatherPartials, gatherRequest } from './gather-requests.ts';
import type { Line } from './line.ts';
import { type Playback, playPrompts, playSound } from './play-prompts.ts';
import { beep, recordParameters } from './record.ts';
import type { RecordingLibrary } from './recording-library.ts';
import type { ConnectRelay, DialConference, Gather, RecordVoice, Verb } from './verbs.ts';

interface Address {
  readonly url: string;
  readonly method: WebhookMethod;
}

/** Where a program's first document comes from. */
export type ProgramStart =
  | {
      readonly type: 'url';
      readonly url: string;
      readonly method: WebhookMethod;
      /** Asked when what was to be fetched cannot be had; null: the caller hears an apology. */
      readonly fallback: Address | null;
    }
  | { readonly type: 'twiml'; readonly twiml: string }
  /** It was fetched before the call was answered. */
  | { readonly type: 'document'; readonly document: FetchedDocument };

export interface ProgramOptions {
  readonly start: ProgramStart;
  readonly line: Line;
  /** Of the call, as they stand at the moment of a request. */
  readonly parameters: () => Readonly<Record<string, string>>;
  readonly clock: SimulatedClock;
  readonly webhooks: WebhookSender;
  readonly openRelay: OpenRelay;
  readonly recordings: RecordingLibrary;
  readonly voiceRecordings: VoiceRecordings;
  /** Of the call that the program runs on. */
  readonly callSid: string;
  /** An error that Twilio would show in its debugger: its code. */
  readonly onError: (code: number) => void;
  /** Aborted when the call is over, or is given other instructions. */
  readonly signal: AbortSignal;
}

/** What Twilio says before it hangs up on a program that went wrong, to whoever is on the line. */
const APPLICATION_ERROR = 'We are sorry, an application error has occurred. Goodbye.';

/** Runs documents until there is nothing left to do; the line is then to be hung up. Rejects when the signal is aborted. */
export async function runProgram(options: ProgramOptions): Promise<void> {
  using ear = createEar(options.clock);
  const stopListening = options.line.listen(ear);
  try {
    let document = await saved(await firstDocument(options), options);
    for (;;) {
      options.signal.throwIfAborted();
      if (document.type === 'failed') return await apologise(document.code, options);
      const next = await runDocument(document.verbs, document.url, { ...options, ear });
      if (next === null) return;
      document = await saved(await fetchDocument(next, options.webhooks), options);
    }
  } finally {
    stopListening();
  }
}

interface RunningProgram extends ProgramOptions {
  readonly ear: Ear;
}

function firstDocument({ start, parameters, webhooks }: ProgramOptions): Promise<FetchedDocument> {
  if (start.type === 'document') return Promise.resolve(start.document);
  if (start.type === 'twiml') return Promise.resolve(parsed(start.twiml, ''));
  return fetchDocument({ url: start.url, method: start.method, parameters: parameters() }, webhooks);
}

/** What the fallback says instead of a document that could not be had (twilio.com/docs/voice/api/call-resource#fallbackurl). */
async function saved(document: FetchedDocument, options: ProgramOptions): Promise<FetchedDocument> {
  const { start, parameters, webhooks } = options;
  const fallback = start.type === 'url' ? start.fallback : null;
  if (document.type !== 'failed' || fallback === null || options.signal.aborted) return document;
  options.onError(document.code);
  return fetchDocument(
    { ...fallback, parameters: { ...parameters(), ErrorCode: String(document.code) } },
    webhooks,
  );
}

async function apologise(code: number, options: ProgramOptions): Promise<void> {
  options.onError(code);
  await playPrompts([{ type: 'say', text: APPLICATION_ERROR, loop: 1 }], playback(options, options.signal));
}

/** Where the next document comes from; null when the call is to be hung up. */
async function runDocument(
  verbs: readonly Verb[],
  url: string,
  program: RunningProgram,
): Promise<DocumentRequest | null> {
  for (const verb of verbs) {
    const step = await runVerb(verb, url, program);
    if (step === 'hang-up') return null;
    if (step !== 'next-verb') return step;
  }
  return null;
}

type Step = DocumentRequest | 'next-verb' | 'hang-up';

async function runVerb(verb: Verb, url: string, program: RunningProgram): Promise<Step> {
  switch (verb.type) {
    case 'say':
    case 'play':
    case 'pause':
    case 'press-keys':
      await playPrompts([resolved(verb, url)], playback(program, program.signal));
      return 'next-verb';
    case 'gather':
      return runGather(verb, url, program);
    case 'dial-conference':
      return dialConference(verb, url, program);
    case 'connect-relay':
      return connectRelay(verb, url, program);
    case 'record':
      return record(verb, url, program);
    case 'redirect':
      return request(verb.url, verb.method, url, program.parameters());
    case 'start-transcription':
      program.line.startTranscription(verb.settings);
      return 'next-verb';
    case 'stop-transcription':
      program.line.stopTranscription(verb.name);
      return 'next-verb';
    case 'hang-up':
      return 'hang-up';
  }
}

async function runGather(verb: Gather, url: string, program: RunningProgram): Promise<Step> {
  const { speechModel, speechTimeout } = verb.settings;
  // Only a warning at Twilio's: a named model wants its speechTimeout in seconds.
  if (speechModel !== undefined && speechTimeout === 'auto') program.onError(13335);
  const prompts = verb.prompts.map((prompt) => resolved(prompt, url));
  const result = await gather({
    settings: verb.settings,
    ear: program.ear,
    clock: program.clock,
    signal: program.signal,
    playPrompts: (signal) => playPrompts(prompts, playback(program, signal)),
    partials: gatherPartials(verb.settings, url, program),
  });
  const answer = gatherRequest(verb.settings, result);
  if (answer === null) return 'next-verb';
  return request(verb.settings.action ?? url, verb.settings.method, url, {
    ...program.parameters(),
    ...answer,
  });
}

async function dialConference(verb: DialConference, url: string, program: RunningProgram): Promise<Step> {
  await program.line.visitConference(verb.name, verb.settings, program.signal);
  program.signal.throwIfAborted();
  if (verb.dial.action === undefined) return 'next-verb';
  const parameters = { ...program.parameters(), DialCallStatus: 'completed' };
  return request(verb.dial.action, verb.dial.method, url, parameters);
}

async function connectRelay(verb: ConnectRelay, url: string, program: RunningProgram): Promise<Step> {
  const { settings, customParameters, connect } = verb;
  const result = await relay({
    ...program,
    settings,
    customParameters,
    parameters: program.parameters(),
    open: program.openRelay,
  });
  if (connect.action === undefined) return 'next-verb';
  const ended = request(connect.action, connect.method, url, { ...program.parameters(), ...result });
  if (result.SessionStatus !== 'completed') return ended;
  // Told all the same, although nobody is there any more who would hear the answer.
  await program.webhooks.send({ ...ended, parameters: { ...ended.parameters, CallStatus: 'completed' } });
  return 'hang-up';
}

/** What is hung up on meanwhile is kept and told of; of silence nothing is kept, and the next verb has its turn. */
async function record({ settings }: RecordVoice, url: string, program: RunningProgram): Promise<Step> {
  if (settings.playBeep) await playSound(beep(), playback(program, program.signal));
  const { frames, digits } = await program.line.record(settings, program.signal);
  if (frames === null) {
    program.signal.throwIfAborted();
    return 'next-verb';
  }
  const taken = program.voiceRecordings.keep(program.callSid, frames);
  const next = request(settings.action ?? url, settings.method, url, {
    ...program.parameters(),
    ...recordParameters(taken, digits),
  });
  if (!program.signal.aborted) return next;
  await program.webhooks.send(next);
  return 'hang-up';
}

function request(
  target: string,
  method: WebhookMethod,
  base: string,
  parameters: Readonly<Record<string, string>>,
): DocumentRequest {
  return { url: absoluteUrl(target, base), method, parameters };
}

function resolved<Played extends Verb>(verb: Played, base: string): Played {
  return verb.type === 'play' ? { ...verb, url: absoluteUrl(verb.url, base) } : verb;
}

function playback(
  { line, clock, recordings }: Pick<ProgramOptions, 'line' | 'clock' | 'recordings'>,
  signal: AbortSignal,
): Playback {
  return { listener: line, clock, recordings, signal };
}
