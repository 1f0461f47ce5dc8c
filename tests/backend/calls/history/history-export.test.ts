import { desc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  callResultSchema,
  callStatusSchema,
  resultReasonSchema,
} from '../../../../backend/contract/vocabulary.ts';
import { calls } from '../../../../backend/db/schema/calls.ts';
import { audit, customers } from '../../../../backend/db/schema/customers.ts';
import { type ComposedBackend, composedBackend } from '../../../support/composed-backend.ts';
import { insertRandomHistory } from '../../../support/random-history.ts';

let backend: ComposedBackend;

beforeEach(() => {
  backend = composedBackend();
  insertRandomHistory(backend.database, 9, 250);
});

afterEach(() => backend[Symbol.asyncDispose]());

async function exported(headers: Record<string, string>, query: Record<string, string>): Promise<Response> {
  return backend.app.request(`/api/calls/history/export?${new URLSearchParams(query)}`, { headers });
}

function linesOf(text: string): string[] {
  return text.split('\r\n').slice(1, -1);
}

describe('the export of the history', () => {
  it('has every call that the filter leaves, page after page', async () => {
    const { query } = backend.database;
    const wanted = query
      .select()
      .from(calls)
      .all()
      .filter(({ result }) => result === 'absent');

    const response = await exported(await backend.adminHeaders(), { result: 'absent' });

    const ids = linesOf(await response.text()).map((line) => line.split(',').at(-1));
    expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
  });

  it('has what the viewer may see, and no more', async () => {
    const { query } = backend.database;
    const unowned = query
      .select()
      .from(calls)
      .all()
      .filter(({ ownerId }) => ownerId === null);

    const response = await exported(await backend.agentHeaders(), {});

    expect(linesOf(await response.text())).toHaveLength(unowned.length);
  });

  it.each(['ja', 'en'])('says everything in words, in the language %s', async (language) => {
    const response = await exported(await backend.adminHeaders(), { language });

    const codes = [
      ...[callStatusSchema, callResultSchema, resultReasonSchema].flatMap(({ options }) => [...options]),
      ...['ai', 'agent', 'inbound', 'outbound', 'call-back', 'send-material', 'visit', 'none'],
    ];
    const cells = linesOf(await response.text()).flatMap((line) => line.split(','));
    expect(cells).toContain(language === 'ja' ? '要フォロー' : 'Follow up');
    expect(cells.filter((cell) => codes.includes(cell))).toEqual([]);
  });

  it('works nothing out in a spreadsheet, and is read by one as UTF-8', async () => {
    backend.database.query.update(customers).set({ company: '=1+1' }).run();

    const response = await exported(await backend.adminHeaders(), {});

    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toContain(",'=1+1,");
  });

  it('is packed for a spreadsheet', async () => {
    const response = await exported(await backend.adminHeaders(), { format: 'xlsx' });

    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  });

  it('is written down, with who took what', async () => {
    await (await exported(await backend.adminHeaders(), { phrase: '予算', language: 'en' })).text();

    const [entry] = backend.database.query.select().from(audit).orderBy(desc(audit.id)).limit(1).all();
    expect(entry).toMatchObject({ subject: 'history', action: 'exported', subjectId: 'csv' });
    expect(entry?.after).toMatchObject({ phrase: '予算', language: 'en' });
  });
});
