import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorBodySchema } from '../../../backend/contract/errors.ts';
import { createTemplateBench, type TemplateBench } from '../../support/template-bench.ts';

let bench: TemplateBench;

beforeEach(async () => {
  bench = await createTemplateBench();
});

afterEach(() => bench[Symbol.dispose]());

describe('/api/agents/pronunciations', () => {
  const put = (pronunciations: unknown) =>
    bench.suzuki.send('PUT', '/api/agents/pronunciations', { pronunciations });
  const akari = { written: '株式会社あかり', reading: 'かぶしきがいしゃあかり', english: 'Akari Inc.' };

  it('are kept', async () => {
    await put([akari]);

    expect(await (await bench.suzuki.get('/api/agents/pronunciations')).json()).toEqual({
      pronunciations: [akari],
    });
  });

  it('are noted with what they were', async () => {
    await put([akari]);
    await put([]);

    const whose = { subject: 'account', actorId: bench.suzuki.agentId, subjectId: bench.suzuki.agentId };
    expect(bench.audited()).toMatchObject([
      { ...whose, before: { pronunciations: [] }, after: { pronunciations: [akari] } },
      { ...whose, before: { pronunciations: [akari] }, after: { pronunciations: [] } },
    ]);
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
