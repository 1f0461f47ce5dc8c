import type { TemplateSet } from '../contract/templates.ts';
import { audioStillTrue, mediaOf } from './template-audio.ts';
import type { OwnTexts, TeamTemplateVersion, VersionAudio } from './template-store.ts';
import { type Names, viewTemplate } from './template-view.ts';
import { defaultTexts, isTemplateKey, TEMPLATE_KEYS, withDefaults } from './templates.ts';

interface ShownSet {
  /** The texts that are edited; null as long as nothing was changed. */
  readonly version: TeamTemplateVersion | null;
  /** Whose they are. */
  readonly source: 'own' | 'team';
  /** The team's under an agent's own; null where there are none, and under the team's. */
  readonly beneath: Pick<TeamTemplateVersion, 'version' | 'texts'> | null;
  readonly audio: Readonly<Record<string, VersionAudio>>;
  readonly names: Names;
}

/** Who edits their own texts edits what stands beneath them, too: a set is another one when either has changed. */
export function setVersion(...versions: readonly (Pick<TeamTemplateVersion, 'version'> | null)[]): number {
  return versions.reduce((sum, saved) => sum + (saved?.version ?? 0), 0);
}

/** All replies as an editor shows them. */
export function viewSet({ version, source, beneath: team, audio, names }: ShownSet): TemplateSet {
  const beneath = team?.texts ?? {};
  const texts = version?.texts ?? {};
  const fallback = defaultTexts(beneath);
  const played = audioStillTrue(audio, withDefaults(texts, beneath));
  return {
    version: setVersion(version, team),
    savedAt: version?.savedAt.toISOString() ?? null,
    templates: TEMPLATE_KEYS.map((key) => {
      const defaultSource = beneath[key] === fallback[key] ? 'team' : 'product';
      const shown = {
        text: texts[key] ?? fallback[key],
        source: texts[key] === undefined ? defaultSource : source,
        defaultText: fallback[key],
        defaultSource,
        audio: shownAudio(played[key]),
      } as const;
      return viewTemplate(key, shown, names);
    }),
  };
}

/** A text that is the default stays the default, also when that is improved one day. */
export function changedIn(texts: OwnTexts, beneath: OwnTexts): OwnTexts {
  const fallback = defaultTexts(beneath);
  return Object.fromEntries(
    Object.entries(texts).filter(([key, text]) => isTemplateKey(key) && text !== fallback[key]),
  );
}

function shownAudio(audio: VersionAudio | undefined) {
  return audio === undefined ? null : { media: mediaOf(audio.file), seconds: audio.milliseconds / 1_000 };
}
