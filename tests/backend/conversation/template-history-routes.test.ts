import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { templateHistorySchema } from '../../../backend/contract/templates.ts';
import { createTemplateBench, type TemplateBench, templateIn } from '../../support/template-bench.ts';

let bench: TemplateBench;

beforeEach(async () => {
  bench = await createTemplateBench();
});

afterEach(() => bench[Symbol.dispose]());

describe('GET /api/agents/templates/history', () => {
  it('tells what a reply said before, and who changed it, without what left it alone', async () => {
    const { defaultText } = templateIn(await bench.read(), 'closing');
    await bench.save(0, { closing: 'では。' });
    await bench.save(1, { closing: 'では。', absent: 'かしこまりました。' });
    await bench.save(2, { closing: 'それでは。' });

    const response = await bench.suzuki.get('/api/agents/templates/history?key=closing');

    const { entries } = templateHistorySchema.parse(await response.json());
    const by = { id: bench.suzuki.agentId, name: 'suzuki' };
    expect(entries).toMatchObject([
      { version: 3, text: 'それでは。', source: 'own', savedBy: by },
      { version: 1, text: 'では。', source: 'own', savedBy: by },
      { version: 0, text: defaultText, source: 'product', savedBy: null, savedAt: null },
    ]);
  });

  it('knows no reply of that other name', async () => {
    expect((await bench.suzuki.get('/api/agents/templates/history?key=x')).status).toBe(400);
  });
});
