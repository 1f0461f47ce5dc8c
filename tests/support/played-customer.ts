import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import {
  type PhoneClientFrame,
  type PhoneServerFrame,
  phoneServerFrameSchema,
} from '../../backend/contract/customer-phone.ts';
import { eventually } from './patience.ts';

/** The customer's phone page without the page: a test answers, speaks and hangs up. */
export interface PlayedCustomer extends Disposable {
  /** Answers as soon as it rings. */
  answer(): Promise<void>;
  /** Rings our number, with or without showing its own. */
  call(showing?: 'number' | 'nothing'): void;
  /** Waits until the other side says something like it. */
  untilHeard(words: RegExp): Promise<void>;
  /** Everything so far that was said to it in words. */
  heardWords(): readonly string[];
  say(text: string): void;
  hangUp(): void;
}

export async function openPlayedCustomer(url: string): Promise<PlayedCustomer> {
  const frames: PhoneServerFrame[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/simulator/phone/events?pageId=${randomUUID()}`);
  socket.on('message', (data) => frames.push(phoneServerFrameSchema.parse(JSON.parse(String(data)))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });

  function send(frame: PhoneClientFrame): void {
    socket.send(JSON.stringify(frame));
  }

  function until(isThere: (frame: PhoneServerFrame) => boolean): Promise<void> {
    return eventually(() => {
      if (!frames.some(isThere)) throw new Error(`the telephone has told ${JSON.stringify(frames.at(-1))}`);
    });
  }

  return {
    async answer() {
      await until((frame) => frame.type === 'line' && frame.line.phase === 'ringing');
      send({ type: 'answer' });
    },
    call: (showing = 'number') => send({ type: 'call', showsNumber: showing === 'number' }),
    untilHeard: (words) => until((frame) => frame.type === 'heard' && words.test(frame.text)),
    heardWords: () => frames.flatMap((frame) => (frame.type === 'heard' ? [frame.text] : [])),
    say: (text) => send({ type: 'say', text }),
    hangUp: () => send({ type: 'hang-up' }),
    [Symbol.dispose]: () => socket.terminate(),
  };
}
