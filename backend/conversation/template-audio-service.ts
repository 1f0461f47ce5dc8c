import type { AgentService } from '../agents/agent-service.ts';
import type { AgentId } from '../contract/ids.ts';
import type { TemplateSet } from '../contract/templates.ts';
import type { Database } from '../db/database.ts';
import type { AuditLog } from '../journal/audit-log-store.ts';
import { ChangedElsewhere } from '../kernel/changed-elsewhere.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { readSoundFile, type SoundFile, type SoundMedia } from '../kernel/sound-file.ts';
import { fileNameOf, mediaOf, templateSubject } from './template-audio.ts';
import type { TemplateAudioStore } from './template-audio-store.ts';
import type { TemplateService } from './template-service.ts';
import { setVersion } from './template-set.ts';
import type { TeamTemplateStore, TemplateStore, TemplateVersion, VersionAudio } from './template-store.ts';
import { mostSeconds } from './template-view.ts';
import { hasVariables, isTemplateKey, type TemplateKey, withDefaults } from './templates.ts';

interface TemplateAudioServiceOptions {
  readonly database: Pick<Database, 'transaction'>;
  readonly templates: TemplateStore;
  readonly teamTemplates: Pick<TeamTemplateStore, 'latest'>;
  readonly files: TemplateAudioStore;
  /** Says what agents may not change themselves. */
  readonly profiles: Pick<AgentService, 'requireUnlocked'>;
  /** Shows an agent's texts as they are then. */
  readonly view: TemplateService['set'];
  readonly audit: AuditLog;
  readonly clock: Clock;
}

/**
 * Sound files that say an agent's texts. All refuse with `not-found` for a reply that does not exist, and changes with `not-allowed` where
 * admins keep the texts to themselves.
 */
export interface TemplateAudioService {
  /** What is in force. Refuses with `not-found` where the text is spoken. */
  find(agentId: AgentId, key: string): AudioBytes;
  /**
   * Refuses what is no whole MP3 or WAV, or lasts too long; with `text-has-variables` where no one file can say the text in force; and
   * with `changed-elsewhere` where a newer version than `basedOn` is there.
   */
  set(agentId: AgentId, key: string, added: { basedOn: number; bytes: Uint8Array }): TemplateSet;
  /** Back to speech; changes nothing where the text is spoken already. */
  remove(agentId: AgentId, key: string): TemplateSet;
}

interface AudioBytes {
  readonly media: SoundMedia;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const mostSecondsOfAudio = 20;
const nothingChanged: Omit<TemplateVersion, 'savedAt' | 'savedBy'> = { version: 0, texts: {}, audio: {} };

export function createTemplateAudioService(options: TemplateAudioServiceOptions): TemplateAudioService {
  const { database, templates, teamTemplates, files, profiles, view, audit, clock } = options;

  const inForce = (agentId: AgentId) => templates.latest(agentId) ?? nothingChanged;

  /** As one version more, with its entry in the audit. */
  function change(agentId: AgentId, key: TemplateKey, after: VersionAudio | null): void {
    const { version, texts, audio } = inForce(agentId);
    const { [key]: before = null, ...others } = audio;
    const changed = after === null ? others : { ...others, [key]: after };
    templates.append(agentId, {
      version: version + 1,
      texts,
      audio: changed,
      savedAt: clock.now(),
      savedBy: agentId,
    });
    const action = after === null ? 'audio-removed' : 'audio-set';
    const subjectId = templateSubject(agentId, key);
    audit.append({
      actorId: agentId,
      subject: 'template',
      subjectId,
      action,
      before: asFacts(before),
      after: asFacts(after),
    });
  }

  return {
    find(agentId, key) {
      const audio = inForce(agentId).audio[knownKey(key)];
      const found = audio === undefined ? null : spokenFile(files, audio.file);
      if (found === null) throw new Refusal('not-found', 'This text is spoken: there is no audio for it.');
      return found;
    },
    set(agentId, written, { basedOn, bytes }) {
      profiles.requireUnlocked(agentId, 'templates');
      const key = knownKey(written);
      const { media, milliseconds } = playable(readSoundFile(bytes), key);
      const name = fileNameOf(bytes, media);
      return database.transaction(() => {
        const own = inForce(agentId);
        const team = teamTemplates.latest();
        if (setVersion(own, team) !== basedOn) throw new ChangedElsewhere(view(agentId));
        const text = withoutVariables(withDefaults(own.texts, team?.texts)[key]);
        files.add(agentId, { name, bytes, at: clock.now() });
        change(agentId, key, { file: name, text, milliseconds });
        return view(agentId);
      });
    },
    remove(agentId, written) {
      profiles.requireUnlocked(agentId, 'templates');
      const key = knownKey(written);
      return database.transaction(() => {
        if (inForce(agentId).audio[key] !== undefined) change(agentId, key, null);
        return view(agentId);
      });
    },
  };
}

/** A file of anybody's by its name, with what it is; null where there is none. */
export function spokenFile(files: Pick<TemplateAudioStore, 'bytesOf'>, name: string): AudioBytes | null {
  const bytes = files.bytesOf(name);
  return bytes === null ? null : { media: mediaOf(name), bytes };
}

function knownKey(key: string): TemplateKey {
  if (!isTemplateKey(key)) throw new Refusal('not-found', 'There is no such text.');
  return key;
}

function playable(sound: SoundFile, key: TemplateKey): Extract<SoundFile, { readonly type: 'sound' }> {
  if (sound.type === 'unknown') {
    throw new Refusal('audio-unknown', 'Send an MP3, or a WAV of PCM with 8 or 16 bits or of µ-law.');
  }
  if (sound.type === 'damaged') {
    throw new Refusal('audio-damaged', 'The file is empty, cut short or broken: export it again.');
  }
  const most = Math.min(mostSeconds(key), mostSecondsOfAudio);
  if (sound.milliseconds > most * 1_000) {
    const seconds = (sound.milliseconds / 1_000).toFixed(1);
    throw new Refusal('audio-too-long', `It lasts ${seconds} s: shorten it to ${most} s at most.`);
  }
  return sound;
}

function withoutVariables(text: string): string {
  if (!hasVariables(text)) return text;
  throw new Refusal(
    'text-has-variables',
    'What this text says differs from call to call: save it without variables first.',
  );
}

function asFacts(audio: VersionAudio | null) {
  return audio === null ? null : { ...audio };
}
