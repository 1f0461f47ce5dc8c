import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agentIdSchema } from '../../../backend/contract/ids.ts';
import { reportSchema, reportTableSchema } from '../../../backend/contract/reports.ts';
import { calls } from '../../../backend/db/schema/calls.ts';
import { type ComposedBackend, composedBackend } from '../../support/composed-backend.ts';
import { insertRandomHistory } from '../../support/random-history.ts';

const period = { from: '2026-11-01', to: '2026-11-21' };
const sessionSchema = z.object({ user: z.object({ id: agentIdSchema }) });

let backend: ComposedBackend;

beforeEach(() => {
  backend = composedBackend();
  insertRandomHistory(backend.database, 5, 60);
});

afterEach(() => backend[Symbol.asyncDispose]());

async function ask(
  headers: Record<string, string>,
  path: string,
  query: Record<string, string>,
): Promise<Response> {
  return backend.app.request(`${path}?${new URLSearchParams({ ...period, ...query })}`, { headers });
}

async function report(headers: Record<string, string>, query: Record<string, string> = {}) {
  return reportSchema.parse(await (await ask(headers, '/api/reports', query)).json());
}

describe('GET /api/reports', () => {
  it('is of everybody’s calls for an admin, and of one agent’s when they ask', async () => {
    const admin = await backend.adminHeaders();

    const [all, tanakas] = [await report(admin), await report(admin, { agentId: 'tanaka' })];

    expect(all.figures.funnel.dialled).toBeGreaterThan(tanakas.figures.funnel.dialled);
    expect(tanakas.agents.map(({ agent }) => agent?.id)).toEqual(['tanaka']);
  });

  it('is of an agent’s own calls, whomever they ask for', async () => {
    const headers = await backend.agentHeaders();
    const session = await backend.app.request('/api/session', { headers });
    const { id } = sessionSchema.parse(await session.json()).user;
    expect((await report(headers, { agentId: 'tanaka' })).figures.funnel.dialled).toBe(0);

    backend.database.query.update(calls).set({ ownerId: id, startedBy: null, speaksFor: null }).run();
    const own = await report(headers, { agentId: 'tanaka' });

    expect(own.figures.funnel.dialled).toBeGreaterThan(0);
    expect(own.agents.map(({ agent }) => agent?.id)).toEqual([id]);
  });

  it.each([
    { from: '2026-11-21', to: '2026-11-20' },
    { from: '2020-01-01', to: '2026-11-20' },
    { from: '2026-11-31' },
  ])('refuses the period %o', async (query) => {
    const response = await ask(await backend.adminHeaders(), '/api/reports', query);

    expect(response.status).toBe(400);
  });
});

describe('GET /api/reports/export', () => {
  it.each(reportTableSchema.options)('has the table of %s, with a name for each column', async (table) => {
    const response = await ask(await backend.adminHeaders(), '/api/reports/export', {
      table,
      language: 'en',
    });

    const [head = '', ...lines] = (await response.text()).split('\r\n').filter((line) => line !== '');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(lines.length).toBeGreaterThan(0);
    expect(head.split(',').filter((name) => !/^\uFEFF?[A-Z]/.test(name))).toEqual([]);
  });

  it.each(['intents', 'refusals', 'endings', 'reasons'])(
    'says what stands in %s in Japanese',
    async (table) => {
      const response = await ask(await backend.adminHeaders(), '/api/reports/export', { table });

      const [, ...lines] = (await response.text()).split('\r\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => /[a-z]/.test(line.replaceAll('AI', '')))).toEqual([]);
    },
  );
});
