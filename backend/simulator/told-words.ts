import { z } from 'zod';
import type { Webhook, WebhookSender } from './webhooks/webhook-sender.ts';

/** What the application was told that somebody said, for tests to compare with what it has kept. Guesses are left out. */
export interface ToldWords {
  readonly by: 'gather' | 'transcription';
  /** Where it was told: repeated, the same. */
  readonly url: string;
  /** Which one it was of those that are told there. */
  readonly number: string;
  readonly text: string;
  /** Simulated time of the answer, ISO 8601. */
  readonly at: string;
}

interface Notes {
  readonly told: (words: ToldWords) => void;
  readonly now: () => Date;
}

/** Sends, and notes the words for which the application has taken the responsibility: those that it answered without an error. */
export function noteToldWords(sender: WebhookSender, { told, now }: Notes): WebhookSender {
  const send: WebhookSender['send'] = async (webhook) => {
    const outcome = await sender.send(webhook);
    const words = outcome.type === 'answered' ? wordsIn(webhook) : null;
    if (words !== null) told({ ...words, url: webhook.url, at: now().toISOString() });
    return outcome;
  };
  return {
    send,
    report: (webhook) => void send(webhook),
    [Symbol.dispose]: () => sender[Symbol.dispose](),
  };
}

const transcriptSchema = z.object({ transcript: z.string() });

function wordsIn({ parameters }: Webhook): Omit<ToldWords, 'url' | 'at'> | null {
  const gathered = parameters['SpeechResult'] ?? '';
  if (gathered !== '') return { by: 'gather', number: '', text: gathered };
  const isFinal = parameters['Final'] === 'true' && parameters['Track'] === 'inbound_track';
  if (!isFinal) return null;
  const { transcript: text } = transcriptSchema.parse(JSON.parse(parameters['TranscriptionData'] ?? ''));
  return {
    by: 'transcription',
    number: `${parameters['TranscriptionSid']}:${parameters['SequenceId']}`,
    text,
  };
}
