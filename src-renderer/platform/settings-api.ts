import type { z } from 'zod';
import {
  type AgentProfile,
  type AssignSettings,
  agentProfileSchema,
  type SetNotifications,
  type SetPhone,
  type SetSchedule,
  type SetStatus,
} from '../../backend/contract/agents.ts';
import type { AgentId } from '../../backend/contract/ids.ts';
import {
  type TeamRouting,
  teamRoutingSchema,
  type VersionedDefaults,
  versionedDefaultsSchema,
} from '../../backend/contract/team.ts';
import { callerNumbersSchema } from '../../backend/contract/telephony.ts';
import {
  type PreviewTemplate,
  type SaveTemplates,
  type TemplateHistory,
  type TemplatePreview,
  type TemplateSet,
  templateHistorySchema,
  templatePreviewSchema,
  templateSetSchema,
} from '../../backend/contract/templates.ts';
import { addressQuery } from './address-query.ts';
import { ask } from './answers.ts';
import type { HttpMethod, Transport } from './transport.ts';

/** Of whom something is set: null is whoever is signed in. Only admins set what is a colleague's. */
export type Whose = AgentId | null;

/** The AI's texts are the team's, too: those of whoever has none of their own. */
export type WhoseTexts = Whose | 'team';

/** What an agent says through the AI, and when they work. */
export interface SettingsApi {
  templates(whose: WhoseTexts): Promise<TemplateSet>;
  saveTemplates(whose: WhoseTexts, edited: SaveTemplates): Promise<TemplateSet>;
  previewTemplate(whose: WhoseTexts, draft: PreviewTemplate): Promise<TemplatePreview>;
  templateHistory(whose: WhoseTexts, key: string): Promise<TemplateHistory['entries']>;
  saveSchedule(whose: Whose, edited: SetSchedule): Promise<AgentProfile>;
  savePhone(whose: Whose, wanted: SetPhone): Promise<AgentProfile>;
  saveNotifications(whose: Whose, wanted: SetNotifications): Promise<AgentProfile>;
  /** Of this and all that follow, admins only. */
  profileOf(agentId: AgentId): Promise<AgentProfile>;
  assignSettings(agentId: AgentId, assigned: AssignSettings): Promise<AgentProfile>;
  /** The numbers that customers may be shown. */
  callerNumbers(): Promise<readonly string[]>;
  setStatusOf(agentId: AgentId, status: SetStatus): Promise<AgentProfile>;
  teamDefaults(): Promise<VersionedDefaults>;
  saveTeamDefaults(edited: VersionedDefaults): Promise<VersionedDefaults>;
  teamRouting(): Promise<TeamRouting>;
  saveTeamRouting(edited: TeamRouting): Promise<TeamRouting>;
}

export function createSettingsApi(transport: Transport): SettingsApi {
  const send = <Answer>(
    method: HttpMethod,
    path: string,
    body: unknown,
    schema: z.ZodType<Answer>,
  ): Promise<Answer> => ask(transport, { method, path, body }, schema);

  const get = <Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> =>
    ask(transport, { method: 'GET', path }, schema);

  return {
    templates: (whose) => get(`${pathOf(whose)}/templates`, templateSetSchema),
    saveTemplates: (whose, edited) => send('PUT', `${pathOf(whose)}/templates`, edited, templateSetSchema),
    previewTemplate: (whose, draft) =>
      send('POST', `${pathOf(whose)}/templates/preview`, draft, templatePreviewSchema),
    templateHistory: async (whose, key) => {
      const path = `${pathOf(whose)}/templates/history${addressQuery({ key })}`;
      return (await get(path, templateHistorySchema)).entries;
    },
    saveSchedule: (whose, edited) => send('PUT', `${pathOf(whose)}/schedule`, edited, agentProfileSchema),
    savePhone: (whose, wanted) => send('PUT', `${pathOf(whose)}/phone`, wanted, agentProfileSchema),
    saveNotifications: (whose, wanted) =>
      send('PUT', `${pathOf(whose)}/notifications`, wanted, agentProfileSchema),
    profileOf: (agentId) => get(`${pathOf(agentId)}/profile`, agentProfileSchema),
    assignSettings: (agentId, assigned) =>
      send('PUT', `${pathOf(agentId)}/settings`, assigned, agentProfileSchema),
    callerNumbers: async () => (await get('/api/telephony/numbers', callerNumbersSchema)).numbers,
    setStatusOf: (agentId, status) => send('PUT', `${pathOf(agentId)}/status`, status, agentProfileSchema),
    teamDefaults: () => get('/api/team/defaults', versionedDefaultsSchema),
    saveTeamDefaults: (edited) => send('PUT', '/api/team/defaults', edited, versionedDefaultsSchema),
    teamRouting: () => get('/api/team/routing', teamRoutingSchema),
    saveTeamRouting: (edited) => send('PUT', '/api/team/routing', edited, teamRoutingSchema),
  };
}

/** Below which an agent's things are, or the team's. */
export function pathOf(whose: WhoseTexts): string {
  if (whose === 'team') return '/api/team';
  return whose === null ? '/api/agents' : `/api/agents/${whose}`;
}
