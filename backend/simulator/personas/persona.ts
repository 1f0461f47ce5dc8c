import type { Introductions } from './introductions.ts';
import type { PersonaId } from './numbers.ts';

/** Somebody, or something, who can be phoned. */
export interface Persona {
  readonly id: PersonaId;
  readonly line: PersonaLine;
  /** The pitch of the hum that is its voice: each persona's is its own, so that a test can tell who is heard. */
  readonly pitchHz: number;
}

/** What becomes of a call to the persona's number. */
export type PersonaLine =
  | {
      readonly type: 'answers';
      readonly afterMs: number;
      readonly script: (introductions: Introductions) => Script;
    }
  /** Rings for ever. */
  | { readonly type: 'nobody' }
  | { readonly type: 'busy' }
  | { readonly type: 'no-such-number' };

export type Script = Reception | Menu | Voicemail | Wordless;

/** A person who answers, and reacts to each time the other side has finished speaking. */
export interface Reception {
  readonly type: 'reception';
  readonly greeting: string;
  /** One after the other; the last one again when the other side goes on. */
  readonly replies: readonly [Reply, ...Reply[]];
  /** Said in turn once a human was announced. */
  readonly talk: readonly [string, ...string[]];
  /** What the other side has not understood is said again, or the next thing instead. */
  readonly askedToRepeat: 'repeats' | 'goes-on';
}

export interface Reply {
  readonly say: string;
  readonly afterwards: AfterReply;
}

export type AfterReply =
  | { readonly type: 'listen' }
  | { readonly type: 'hang-up' }
  /** Away from the telephone; then somebody speaks again. */
  | { readonly type: 'hold'; readonly ms: number; readonly melody: boolean; readonly back: string };

/** A recorded menu: a key leads to a person. */
export interface Menu {
  readonly type: 'menu';
  readonly prompt: string;
  readonly key: string;
  readonly reception: Reception;
}

/** An answering machine. */
export interface Voicemail {
  readonly type: 'voicemail';
  readonly greeting: string;
  readonly recordsMs: number;
}

/** Answers, says nothing, and hangs up. */
export interface Wordless {
  readonly type: 'wordless';
  readonly hangsUpAfterMs: number;
}
