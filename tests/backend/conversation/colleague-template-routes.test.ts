import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { templateHistorySchema, templatePreviewSchema } from '../../../backend/contract/templates.ts';
import { Refusal } from '../../../backend/kernel/errors.ts';
import { createTemplateBench, type TemplateBench, templateIn } from '../../support/template-bench.ts';

let bench: TemplateBench;
const requireUnlocked = vi.fn();

beforeEach(async () => {
  requireUnlocked.mockReset();
  bench = await createTemplateBench(requireUnlocked);
});

afterEach(() => bench[Symbol.dispose]());

describe('/api/agents/:agentId/templates', () => {
  it('lets an admin change what the AI says for an agent, and says who did', async () => {
    const admin = await bench.api.signedIn('kimura', 'admin');
    const path = `/api/agents/${bench.suzuki.agentId}/templates`;

    const saved = await admin.send('PUT', path, { basedOn: 0, texts: { closing: 'では。' } });
    const history = await admin.get(`${path}/history?key=closing`);
    const preview = await admin.send('POST', `${path}/preview`, { key: 'closing', text: '失礼。' });

    expect(saved.status).toBe(200);
    expect(templateIn(await bench.read(), 'closing').text).toBe('では。');
    const { entries } = templateHistorySchema.parse(await history.json());
    expect(entries[0]?.savedBy?.name).toBe('kimura');
    expect(templatePreviewSchema.parse(await preview.json()).spoken).toBe('失礼。');
  });

  it('is noted with who changed what, the agent or an admin', async () => {
    const { agentId } = bench.suzuki;
    const admin = await bench.api.signedIn('kimura', 'admin');
    const product = templateIn(await bench.read(), 'closing').text;
    await bench.save(0, { closing: 'では。' });
    await bench.save(1, { closing: 'では。' });

    await admin.send('PUT', `/api/agents/${agentId}/templates`, { basedOn: 2, texts: {} });

    const what = { subject: 'account', action: 'settings-changed', subjectId: agentId };
    const [own, shared] = [{ templates: { closing: 'では。' } }, { templates: { closing: product } }];
    expect(bench.audited()).toMatchObject([
      { ...what, actorId: agentId, before: shared, after: own },
      { ...what, actorId: admin.agentId, before: own, after: shared },
    ]);
  });

  it('keeps what is locked to admins', async () => {
    requireUnlocked.mockImplementation(() => {
      throw new Refusal('not-allowed', 'An admin sets this for you.');
    });
    const admin = await bench.api.signedIn('kimura', 'admin');
    const edited = { basedOn: 0, texts: { closing: 'では。' } };

    const own = await bench.suzuki.send('PUT', '/api/agents/templates', edited);
    const admins = await admin.send('PUT', `/api/agents/${bench.suzuki.agentId}/templates`, edited);

    expect([own.status, admins.status]).toEqual([403, 200]);
  });

  it('is closed to agents, and empty for nobody', async () => {
    const admin = await bench.api.signedIn('kimura', 'admin');

    const refused = await bench.suzuki.get(`/api/agents/${admin.agentId}/templates`);
    const missing = await admin.get('/api/agents/nobody/templates');

    expect([refused.status, missing.status]).toEqual([403, 404]);
  });
});
