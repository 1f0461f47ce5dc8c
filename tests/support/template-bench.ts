import type { AgentService } from '../../backend/agents/agent-service.ts';
import { createAgentStore } from '../../backend/agents/agent-store.ts';
import { type Template, type TemplateSet, templateSetSchema } from '../../backend/contract/templates.ts';
import { colleagueTemplateRoutes } from '../../backend/conversation/colleague-template-routes.ts';
import { createPronunciationService } from '../../backend/conversation/pronunciation-service.ts';
import { createPronunciationStore } from '../../backend/conversation/pronunciation-store.ts';
import { speechRoutes } from '../../backend/conversation/template-routes.ts';
import { createTemplateService } from '../../backend/conversation/template-service.ts';
import { createTeamTemplateStore, createTemplateStore } from '../../backend/conversation/template-store.ts';
import { createCustomerStore } from '../../backend/customers/customer-store.ts';
import { openDatabase } from '../../backend/db/database.ts';
import { audit } from '../../backend/db/schema/customers.ts';
import { createAuditLogStore } from '../../backend/journal/audit-log-store.ts';
import { createApi } from './api.ts';
import { conversationSettings } from './conversation.ts';

export type TemplateBench = Awaited<ReturnType<typeof createTemplateBench>>;

/** What the AI says, behind its routes, on an empty database with one agent, who has introduced themself. */
export async function createTemplateBench(
  requireUnlocked: AgentService['requireUnlocked'] = () => undefined,
) {
  const database = openDatabase(':memory:');
  const api = createApi(database);
  const agents = createAgentStore(database, 'Asia/Tokyo');
  const pronunciations = createPronunciationStore(database);
  const auditLog = createAuditLogStore(database, api.clock);
  const profiles = { requireUnlocked };
  const templates = createTemplateService({
    database,
    templates: createTemplateStore(database),
    teamTemplates: createTeamTemplateStore(database),
    pronunciations,
    agents,
    customers: createCustomerStore(database),
    profiles,
    audit: auditLog,
    clock: api.clock,
  });
  api.app.route('/api/agents', colleagueTemplateRoutes({ templates, agents }));
  api.app.route(
    '/api/agents',
    speechRoutes({
      templates,
      pronunciations: createPronunciationService({ database, pronunciations, profiles, audit: auditLog }),
      agents,
      calls: { find: () => null },
      publisher: { audience: () => null },
    }),
  );
  const suzuki = await api.signedIn('suzuki', 'agent');
  agents.change(suzuki.agentId, { conversation: conversationSettings });
  return {
    database,
    api,
    suzuki,
    audited: () => database.query.select().from(audit).all(),
    async read(): Promise<TemplateSet> {
      return templateSetSchema.parse(await (await suzuki.get('/api/agents/templates')).json());
    },
    save: (basedOn: number, texts: Record<string, string>): Promise<Response> =>
      suzuki.send('PUT', '/api/agents/templates', { basedOn, texts }),
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

export function templateIn({ templates }: TemplateSet, key: string): Template {
  const found = templates.find((each) => each.key === key);
  if (found === undefined) throw new Error(`there is no ${key}`);
  return found;
}
