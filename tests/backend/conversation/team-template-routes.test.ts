import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../../backend/agents/agent-store.ts';
import {
  type Template,
  type TemplateSet,
  templateHistorySchema,
  templatePreviewSchema,
  templateSetSchema,
} from '../../../backend/contract/templates.ts';
import { colleagueTemplateRoutes } from '../../../backend/conversation/colleague-template-routes.ts';
import { createPronunciationStore } from '../../../backend/conversation/pronunciation-store.ts';
import { teamTemplateRoutes } from '../../../backend/conversation/team-template-routes.ts';
import { createTeamTemplateService } from '../../../backend/conversation/team-template-service.ts';
import { createTemplateService } from '../../../backend/conversation/template-service.ts';
import {
  createTeamTemplateStore,
  createTemplateStore,
} from '../../../backend/conversation/template-store.ts';
import { createCustomerStore } from '../../../backend/customers/customer-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { createAuditLogStore } from '../../../backend/journal/audit-log-store.ts';
import { createEventLogStore } from '../../../backend/journal/event-log-store.ts';
import { type Api, createApi, type SignedIn } from '../../support/api.ts';

const teams = 'それでは、失礼いたします。';

let database: Database;
let api: Api;
let admin: SignedIn;
let suzuki: SignedIn;

beforeEach(async () => {
  database = openDatabase(':memory:');
  api = createApi(database);
  const agents = createAgentStore(database, 'Asia/Tokyo');
  const teamTemplates = createTeamTemplateStore(database);
  const events = createEventLogStore(database, api.clock);
  const shared = {
    database,
    teamTemplates,
    agents,
    customers: createCustomerStore(database),
    audit: createAuditLogStore(database, api.clock),
    clock: api.clock,
  };
  const templates = createTemplateService({
    ...shared,
    templates: createTemplateStore(database),
    pronunciations: createPronunciationStore(database),
    profiles: { requireUnlocked: () => undefined },
  });
  api.app.route('/api/agents', colleagueTemplateRoutes({ templates, agents }));
  api.app.route('/api/team', teamTemplateRoutes(createTeamTemplateService({ ...shared, events })));
  admin = await api.signedIn('kimura', 'admin');
  suzuki = await api.signedIn('suzuki', 'agent');
});

afterEach(() => database[Symbol.dispose]());

async function closing(path: string): Promise<Template> {
  const set: TemplateSet = templateSetSchema.parse(await (await admin.get(path)).json());
  const found = set.templates.find(({ key }) => key === 'closing');
  if (found === undefined) throw new Error('there is no closing');
  return found;
}

const ofTeam = '/api/team/templates';
const ofSuzuki = () => `/api/agents/${suzuki.agentId}/templates`;

function save(path: string, basedOn: number, text: string | null): Promise<Response> {
  return admin.send('PUT', path, { basedOn, texts: text === null ? {} : { closing: text } });
}

describe('/api/team/templates', () => {
  it('hold for whoever has no text of their own, also when they change', async () => {
    await save(ofTeam, 0, teams);
    const first = await closing(ofSuzuki());
    api.clock.pass(1);
    await save(ofTeam, 1, 'では、また。');

    expect(first).toMatchObject({ text: teams, source: 'team', defaultText: teams, defaultSource: 'team' });
    expect(await closing(ofSuzuki())).toMatchObject({ text: 'では、また。', source: 'team' });
  });

  it('leave an agent’s own text alone, until it is the same', async () => {
    await save(ofTeam, 0, teams);

    await save(ofSuzuki(), 1, '失礼。');
    const own = await closing(ofSuzuki());
    await save(ofSuzuki(), 2, teams);

    expect(own).toMatchObject({ text: '失礼。', source: 'own', defaultText: teams });
    expect(await closing(ofSuzuki())).toMatchObject({ text: teams, source: 'team' });
  });

  it('are not undone by an agent’s texts that were edited before they changed', async () => {
    await save(ofTeam, 0, teams);

    const response = await save(ofSuzuki(), 0, '失礼。');

    expect(response.status).toBe(409);
    expect(await closing(ofSuzuki())).toMatchObject({ text: teams, source: 'team' });
  });

  it('do not overwrite what another admin set', async () => {
    await save(ofTeam, 0, teams);

    const response = await save(ofTeam, 0, 'では。');

    expect(response.status).toBe(409);
    expect((await closing(ofTeam)).text).toBe(teams);
  });

  it('are refused where they cannot be spoken, and previewed before', async () => {
    const preview = await admin.send('POST', `${ofTeam}/preview`, { key: 'closing', text: '{{x}}です。' });

    expect((await save(ofTeam, 0, '{{x}}です。')).status).toBe(400);
    expect(templatePreviewSchema.parse(await preview.json()).problems).toEqual([
      { type: 'unknown-variable', name: 'x' },
    ]);
  });

  it('are in the history of an agent’s reply, too', async () => {
    await save(ofTeam, 0, teams);
    api.clock.pass(1);
    await save(ofSuzuki(), 1, '失礼。');

    const response = await admin.get(`${ofSuzuki()}/history?key=closing`);

    const { entries } = templateHistorySchema.parse(await response.json());
    expect(entries.map(({ source }) => source)).toEqual(['own', 'team', 'product']);
  });

  it('are for admins', async () => {
    expect((await suzuki.get(ofTeam)).status).toBe(403);
  });
});
