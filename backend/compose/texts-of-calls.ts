import type { CallRow } from '../calls/call-store.ts';
import type { AgentId } from '../contract/ids.ts';
import type { TemplateVersion } from '../conversation/template-store.ts';
import { withDefaults } from '../conversation/templates.ts';
import type { Stores } from './stores.ts';

interface TextsOfCall {
  readonly templates: ReturnType<typeof withDefaults>;
  readonly audio: TemplateVersion['audio'];
}

/** More than are on at once. */
const remembered = 1_000;

/** The texts that were in force when a call began. What is saved later is for later calls, so that a call's are read once. */
export function createTextsOfCalls(
  { templates, teamTemplates }: Pick<Stores, 'templates' | 'teamTemplates'>,
  notice: Readonly<Record<string, string>>,
): (call: Pick<CallRow, 'id' | 'startedAt'>, speaksFor: AgentId) => TextsOfCall {
  const known = new Map<string, TextsOfCall>();

  function read(startedAt: Date, speaksFor: AgentId): TextsOfCall {
    const version = templates.inForceAt(speaksFor, startedAt);
    return {
      templates: withDefaults({ ...version?.texts, ...notice }, teamTemplates.textsAt(startedAt)),
      audio: version?.audio ?? {},
    };
  }

  return ({ id, startedAt }, speaksFor) => {
    const key = `${id} ${speaksFor}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const texts = read(startedAt, speaksFor);
    const [oldest] = known.keys();
    if (oldest !== undefined && known.size >= remembered) known.delete(oldest);
    known.set(key, texts);
    return texts;
  };
}
