import type { z } from 'zod';
import { type AgentProfile, agentProfileSchema } from '../../backend/contract/agents.ts';
import { activeSayingSchema } from '../../backend/contract/calls.ts';
import { type TeamFigures, teamFiguresSchema } from '../../backend/contract/figures.ts';
import type { CallId, HandoffId } from '../../backend/contract/ids.ts';
import { type PresenceLog, presenceLogSchema } from '../../backend/contract/presence-log.ts';
import { type Reminders, remindersSchema } from '../../backend/contract/reminders.ts';
import {
  type HandoffRouting,
  handoffRoutingSchema,
  type Queue,
  queueSchema,
} from '../../backend/contract/routing.ts';
import { addressQuery } from './address-query.ts';
import { ask } from './answers.ts';
import { pathOf, type Whose } from './settings-api.ts';
import type { HttpMethod, Transport } from './transport.ts';

/** From `from`, before `to`; ISO 8601. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Work in progress: who waits, who was asked and why, and what came of it. */
export interface TeamApi {
  queue(): Promise<Queue>;
  handoffRouting(handoffId: HandoffId): Promise<HandoffRouting>;
  /** Of everybody for admins, else one's own. */
  figures(period: Period): Promise<TeamFigures>;
  /** Somebody else's for admins only. */
  presenceLog(whose: Whose, period: Period): Promise<PresenceLog>;
  /** In which of the calls in progress the words were said. */
  callsSaying(words: string): Promise<readonly CallId[]>;
  /** One's own, the one that is due first first. */
  reminders(): Promise<Reminders['reminders']>;
  extendWrapUp(): Promise<AgentProfile>;
  finishWrapUp(): Promise<AgentProfile>;
}

export function createTeamApi(transport: Transport): TeamApi {
  const send = <Answer>(method: HttpMethod, path: string, schema: z.ZodType<Answer>): Promise<Answer> =>
    ask(transport, method === 'GET' ? { method, path } : { method, path, body: {} }, schema);

  return {
    queue: () => send('GET', '/api/queue', queueSchema),
    handoffRouting: (handoffId) => send('GET', `/api/handoffs/${handoffId}/routing`, handoffRoutingSchema),
    presenceLog: (whose, period) =>
      send('GET', `${pathOf(whose)}/presence-log${addressQuery({ ...period })}`, presenceLogSchema),
    callsSaying: async (words) => {
      const path = `/api/calls/active/saying${addressQuery({ words })}`;
      return (await send('GET', path, activeSayingSchema)).callIds;
    },
    figures: (period) => send('GET', `/api/agents/figures${addressQuery({ ...period })}`, teamFiguresSchema),
    reminders: async () => {
      const path = `/api/reminders${addressQuery({ whose: 'mine', limit: 200 })}`;
      return (await send('GET', path, remindersSchema)).reminders;
    },
    extendWrapUp: () => send('POST', '/api/agents/wrap-up/extend', agentProfileSchema),
    finishWrapUp: () => send('POST', '/api/agents/wrap-up/finish', agentProfileSchema),
  };
}
