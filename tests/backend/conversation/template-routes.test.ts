import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { type AgentId, customerIdSchema } from '../../../backend/contract/ids.ts';
import { templatePreviewSchema, templateSetSchema } from '../../../backend/contract/templates.ts';
import { customers } from '../../../backend/db/schema/customers.ts';
import { createTemplateBench, type TemplateBench, templateIn } from '../../support/template-bench.ts';

let bench: TemplateBench;

beforeEach(async () => {
  bench = await createTemplateBench();
});

afterEach(() => bench[Symbol.dispose]());

const customerId = customerIdSchema.parse(`customer_${'0'.repeat(20)}`);

function addCustomer(ownerId: AgentId | null): void {
  bench.database.query
    .insert(customers)
    .values({
      id: customerId,
      company: '高橋商店',
      person: '高橋',
      department: '購買部',
      phoneNumber: '+81312345678',
      ownerId,
      createdAt: bench.api.clock.now(),
      updatedAt: bench.api.clock.now(),
    })
    .run();
}

describe('GET /api/agents/templates', () => {
  it('gives the defaults with the agent’s names, and how long they take', async () => {
    const set = await bench.read();

    expect(set).toMatchObject({ version: 0, savedAt: null });
    expect(templateIn(set, 'initial')).toMatchObject({
      source: 'product',
      spoken: expect.stringContaining('株式会社あかりの佐藤と申します'),
      mostSeconds: 12,
      problems: [],
    });
    expect(templateIn(set, 'initial').seconds).toBeLessThanOrEqual(12);
    expect(templateIn(set, 'busy').variables).toContain('next_time');
    expect(templateIn(set, 'english').language).toBe('en-US');
  });
});

describe('PUT /api/agents/templates', () => {
  it('puts the agent’s own texts into force, each time as a new version', async () => {
    await bench.save(0, { closing: 'それでは、失礼いたします。' });
    const first = await bench.read();
    await bench.save(1, {});
    const second = await bench.read();

    expect(first.version).toBe(1);
    expect(templateIn(first, 'closing')).toMatchObject({ source: 'own', text: 'それでは、失礼いたします。' });
    expect(second.version).toBe(2);
    expect(templateIn(second, 'closing')).toMatchObject({ source: 'product' });
  });

  it('keeps a text that is the default the default', async () => {
    const { defaultText } = templateIn(await bench.read(), 'closing');

    await bench.save(0, { closing: defaultText });

    expect(templateIn(await bench.read(), 'closing').source).toBe('product');
  });

  it('says of each text why it cannot be spoken, and saves nothing', async () => {
    const response = await bench.save(0, {
      closing: '{{my_compny_name}}でした。',
      initial: 'こんにちは。',
      absent: ' ',
      busy: '{',
      nonsense: 'はい。',
      ai_inquiry: 'いいえ、人でございます。',
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
      { path: 'texts.ai_inquiry', problem: 'missing-disclosure' },
      { path: 'texts.rejection', problem: expect.stringMatching(/^too-long: 31\.6 s of at most 20 s$/) },
    ]);
    expect((await bench.read()).version).toBe(0);
  });

  it('refuses an opening that takes longer than twelve seconds', async () => {
    const { defaultText } = templateIn(await bench.read(), 'initial');

    const response = await bench.save(0, { initial: `${defaultText}どうぞよろしくお願い申し上げます。` });

    const { error } = errorBodySchema.parse(await response.json());
    expect(error.fields?.[0]?.problem).toMatch(/^too-long/);
  });

  it('does not overwrite what was changed somewhere else meanwhile', async () => {
    await bench.save(0, { closing: 'では。' });

    const response = await bench.save(0, { closing: 'それでは。' });

    expect(response.status).toBe(409);
    const { error } = errorBodySchema.parse(await response.json());
    expect(templateIn(templateSetSchema.parse(error.current), 'closing').text).toBe('では。');
    expect(templateIn(await bench.read(), 'closing').text).toBe('では。');
  });
});

describe('POST /api/agents/templates/preview', () => {
  it('shows how a text would sound, and why it could not be saved', async () => {
    const response = await bench.suzuki.send('POST', '/api/agents/templates/preview', {
      key: 'busy',
      text: '{{next_time}}に、{{my_company_name}}より、{{who}}。',
    });

    const preview = templatePreviewSchema.parse(await response.json());
    expect(preview.spoken).toContain('火曜日の午前10時ごろに、株式会社あかりより');
    expect(preview.problems).toEqual([{ type: 'unknown-variable', name: 'who' }]);
    expect(preview.seconds).toBeGreaterThan(2);
  });

  it('names a customer’s department and person in charge', async () => {
    addCustomer(null);

    const response = await bench.suzuki.send('POST', '/api/agents/templates/preview', {
      key: 'for_person',
      text: '{{callee_department}}の{{callee_person}}様をお願いいたします。',
      customerId,
    });

    const { spoken } = templatePreviewSchema.parse(await response.json());
    expect(spoken).toBe('購買部の高橋様をお願いいたします。');
  });

  it('knows no customer of a colleague’s', async () => {
    addCustomer((await bench.api.signedIn('tanaka', 'agent')).agentId);

    const response = await bench.suzuki.send('POST', '/api/agents/templates/preview', {
      key: 'closing',
      text: '失礼いたします。',
      customerId,
    });

    expect(response.status).toBe(404);
  });

  it('knows no reply of another name', async () => {
    const response = await bench.suzuki.send('POST', '/api/agents/templates/preview', {
      key: 'x',
      text: 'は',
    });

    expect(response.status).toBe(400);
  });
});
