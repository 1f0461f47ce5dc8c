import { createHash } from 'node:crypto';
import type { AgentId } from '../contract/ids.ts';
import type { SoundMedia } from '../kernel/sound-file.ts';
import { lineOf, type Wording } from './lines.ts';
import type { VersionAudio } from './template-store.ts';
import { isTemplateKey, type Templates } from './templates.ts';
import type { SpokenAudio } from './turn-settings.ts';

type AudioByKey = Readonly<Record<string, VersionAudio>>;

const endings = { 'audio/mpeg': 'mp3', 'audio/wav': 'wav' } as const satisfies Record<SoundMedia, string>;

/** A file says one text: once another is in force for its key, it is played no more (docs/decisions/0021-a-text-may-have-a-sound-file.md). */
export function audioStillTrue(audio: AudioByKey, templates: Templates): AudioByKey {
  return Object.fromEntries(
    Object.entries(audio).filter(([key, { text }]) => isTemplateKey(key) && text === templates[key]),
  );
}

/** What is played in a call, with the words that each file says there. */
export function spokenAudio(wording: Wording, audio: AudioByKey): readonly SpokenAudio[] {
  return Object.entries(audio).flatMap(([key, { file, text, milliseconds }]) =>
    isTemplateKey(key) && wording.templates[key] === text
      ? [{ says: lineOf(wording, 'ja-JP', key), file, milliseconds }]
      : [],
  );
}

/** Files are named by what is in them: whoever has not heard one cannot guess its name. */
export function fileNameOf(bytes: Uint8Array, media: SoundMedia): string {
  return `${createHash('sha256').update(bytes).digest('hex')}.${endings[media]}`;
}

/** By its ending. */
export function mediaOf(file: string): SoundMedia {
  return file.endsWith(`.${endings['audio/wav']}`) ? 'audio/wav' : 'audio/mpeg';
}

/** What an entry in the audit is about. */
export function templateSubject(agentId: AgentId, key: string): string {
  return `${agentId}/${key}`;
}
