import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgentStore } from '../../../backend/agents/agent-store.ts';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import {
  type Template,
  type TemplateSet,
  templatePreviewSchema,
  templateSetSchema,
} from '../../../backend/contract/templates.ts';
import { createPronunciationService } from '../../../backend/conversation/pronunciation-service.ts';
import { createPronunciationStore } from '../../../backend/conversation/pronunciation-store.ts';
import { speechRoutes } from '../../../backend/conversation/template-routes.ts';
import { createTemplateService } from '../../../backend/conversation/template-service.ts';
import { createTemplateStore } from '../../../backend/conversation/template-store.ts';
import { type Database, openDatabase } from '../../../backend/db/database.ts';
import { createAuditLogStore } from '../../../backend/journal/audit-log-store.ts';
import { type Api, createApi, type SignedIn } from '../../support/api.ts';
import { conversationSettings } from '../../support/conversation.ts';

let database: Database;
let api: Api;
let suzuki: SignedIn;

beforeEach(async () => {
  database = openDatabase(':memory:');
  api = createApi(database);
  const agents = createAgentStore(database, 'Asia/Tokyo');
  const pronunciations = createPronunciationStore(database);
  const templates = createTemplateService({
    database,
    templates: createTemplateStore(database),
    pronunciations,
    agents,
    audit: createAuditLogStore(database, api.clock),
    clock: api.clock,
  });
  const nobody = { find: () => null };
  api.app.route(
    '/api/agents',
    speechRoutes({
      templates,
      pronunciations: createPronunciationService(pronunciations),
      calls: nobody,
      publisher: { audience: () => null },
    }),
  );
  suzuki = await api.signedIn('suzuki', 'agent');
  agents.change(suzuki.agentId, { conversation: conversationSettings });
});

afterEach(() => database[Symbol.dispose]());

async function read(): Promise<TemplateSet> {
  return templateSetSchema.parse(await (await suzuki.get('/api/agents/templates')).json());
}

function save(basedOn: number, texts: Record<string, string>): Promise<Response> {
  return suzuki.send('PUT', '/api/agents/templates', { basedOn, texts });
}

function template({ templates }: TemplateSet, key: string): Template {
  const found = templates.find((each) => each.key === key);
  if (found === undefined) throw new Error(`there is no ${key}`);
  return found;
}

describe('GET /api/agents/templates', () => {
  it('gives the defaults with the agent’s names, and how long they take', async () => {
    const set = await read();

    expect(set).toMatchObject({ version: 0, savedAt: null });
    expect(template(set, 'initial')).toMatchObject({
      isOwn: false,
      spoken: expect.stringContaining('株式会社あかりの佐藤と申します'),
      mostSeconds: 12,
      problems: [],
    });
    expect(template(set, 'initial').seconds).toBeLessThanOrEqual(12);
    expect(template(set, 'busy').variables).toContain('next_time');
    expect(template(set, 'english').language).toBe('en-US');
  });
});

describe('PUT /api/agents/templates', () => {
  it('puts the agent’s own texts into force, each time as a new version', async () => {
    await save(0, { closing: 'それでは、失礼いたします。' });
    const first = await read();
    await save(1, {});
    const second = await read();

    expect(first.version).toBe(1);
    expect(template(first, 'closing')).toMatchObject({ isOwn: true, text: 'それでは、失礼いたします。' });
    expect(second.version).toBe(2);
    expect(template(second, 'closing')).toMatchObject({ isOwn: false });
  });

  it('keeps a text that is the default the default', async () => {
    const { defaultText } = template(await read(), 'closing');

    await save(0, { closing: defaultText });

    expect(template(await read(), 'closing').isOwn).toBe(false);
  });

  it('says of each text why it cannot be spoken, and saves nothing', async () => {
    const response = await save(0, {
      closing: '{{my_compny_name}}でした。',
      initial: 'こんにちは。',
      absent: ' ',
      busy: '{',
      nonsense: 'はい。',
      rejection: 'あ'.repeat(300),
    });

    const { error } = errorBodySchema.parse(await response.json());
    expect(response.status).toBe(400);
    expect(error.fields).toEqual([
      { path: 'texts.closing', problem: 'unknown-variable: my_compny_name' },
      { path: 'texts.initial', problem: 'missing-variable: my_company_name' },
      { path: 'texts.initial', problem: 'missing-variable: my_representative_name' },
      { path: 'texts.initial', problem: 'missing-variable: my_service_name' },
      { path: 'texts.absent', problem: 'empty' },
      { path: 'texts.busy', problem: 'stray-braces' },
      { path: 'texts.nonsense', problem: 'unknown-template' },
      { path: 'texts.rejection', problem: expect.stringMatching(/^too-long: 31\.6 s of at most 20 s$/) },
    ]);
    expect((await read()).version).toBe(0);
  });

  it('refuses an opening that takes longer than twelve seconds', async () => {
    const { defaultText } = template(await read(), 'initial');

    const response = await save(0, { initial: `${defaultText}どうぞよろしくお願い申し上げます。` });

    const { error } = errorBodySchema.parse(await response.json());
    expect(error.fields?.[0]?.problem).toMatch(/^too-long/);
  });

  it('does not overwrite what was changed somewhere else meanwhile', async () => {
    await save(0, { closing: 'では。' });

    const response = await save(0, { closing: 'それでは。' });

    expect(response.status).toBe(409);
    expect(template(await read(), 'closing').text).toBe('では。');
  });
});

describe('POST /api/agents/templates/preview', () => {
  it('shows how a text would sound, and why it could not be saved', async () => {
    const response = await suzuki.send('POST', '/api/agents/templates/preview', {
      key: 'busy',
      text: '{{next_time}}に、{{my_company_name}}より、{{who}}。',
    });

    const preview = templatePreviewSchema.parse(await response.json());
    expect(preview.spoken).toContain('火曜日の午前10時ごろに、株式会社あかりより');
    expect(preview.problems).toEqual([{ type: 'unknown-variable', name: 'who' }]);
    expect(preview.seconds).toBeGreaterThan(2);
  });

  it('knows no reply of another name', async () => {
    const response = await suzuki.send('POST', '/api/agents/templates/preview', { key: 'x', text: 'は' });

    expect(response.status).toBe(400);
  });
});

describe('/api/agents/pronunciations', () => {
  const put = (pronunciations: unknown) =>
    suzuki.send('PUT', '/api/agents/pronunciations', { pronunciations });
  const akari = { written: '株式会社あかり', reading: 'かぶしきがいしゃあかり', english: 'Akari Inc.' };

  it('are kept', async () => {
    await put([akari]);

    expect(await (await suzuki.get('/api/agents/pronunciations')).json()).toEqual({
      pronunciations: [akari],
    });
  });

  it.each([
    ['a reading that is not in kana', [{ ...akari, reading: '株式会社' }], 'pronunciations.0.reading'],
    ['English that is not in Latin letters', [{ ...akari, english: 'あかり' }], 'pronunciations.0.english'],
    ['a name that is there twice', [akari, akari], 'pronunciations.1.written'],
  ])('refuse %s', async (_what, pronunciations, path) => {
    const response = await put(pronunciations);

    const { error } = errorBodySchema.parse(await response.json());
    expect(error.fields?.map((field) => field.path)).toEqual([path]);
  });
});
