import { Buffer } from 'node:buffer';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditPageSchema } from '../../../backend/contract/audit.ts';
import { customerSchema } from '../../../backend/contract/customers.ts';
import {
  blockedNumberSchema,
  blockedPageSchema,
  numbersBlockedSchema,
} from '../../../backend/contract/do-not-call.ts';
import { openReminderSchema, remindersSchema } from '../../../backend/contract/reminders.ts';
import { insertCustomer } from './customer-fixture.ts';
import { type Desk, type DeskAgent, openDesk } from './desk.ts';

let desk: Desk;
let suzuki: DeskAgent;
let tanaka: DeskAgent;
let admin: DeskAgent;

beforeEach(async () => {
  desk = openDesk();
  suzuki = await desk.signedIn('suzuki', 'agent');
  tanaka = await desk.signedIn('tanaka', 'agent');
  admin = await desk.signedIn('admin', 'admin');
});

afterEach(() => desk[Symbol.asyncDispose]());

describe('the do-not-call list', () => {
  it('takes a number in any notation, once, and blocks the customers who have it', async () => {
    const id = insertCustomer(desk.database, { company: '甲', phoneNumber: '+81312345678' });
    const added = { phoneNumber: '０３－１２３４－５６７８', note: '書面で断られた' };

    const block = await suzuki.ask(blockedNumberSchema, 'POST', '/api/do-not-call', added);
    const again = await suzuki.request('POST', '/api/do-not-call', added);

    expect(block).toMatchObject({
      phoneNumber: '+81312345678',
      reason: 'listed',
      source: 'by-hand',
      companies: ['甲'],
    });
    expect(again.status).toBe(409);
    expect((await suzuki.ask(customerSchema, 'GET', `/api/customers/${id}`)).doNotCall).toBe(true);
  });

  it('takes many, says which lines are no numbers, and is searched page by page', async () => {
    const text = '03-1234-5678,断り状\n\nabc\n03-1234-5679\n+81 3-1234-5678\n';

    const result = await admin.ask(numbersBlockedSchema, 'POST', '/api/do-not-call/import', {
      text,
      note: '一括',
    });
    const first = await suzuki.ask(blockedPageSchema, 'GET', '/api/do-not-call?limit=1&search=03-1234');
    const second = await suzuki.ask(
      blockedPageSchema,
      'GET',
      `/api/do-not-call?limit=1&search=03-1234&before=${encodeURIComponent(first.next ?? '')}`,
    );

    expect(result).toEqual({ added: 2, known: 1, problems: [{ line: 3, value: 'abc' }] });
    expect([...first.numbers, ...second.numbers].map(({ note }) => note).toSorted()).toEqual(
      ['一括', '断り状'].toSorted(),
    );
    expect(second.next).toBeNull();
  });

  it('lets only admins lift a block, for a reason that is kept', async () => {
    await suzuki.request('POST', '/api/do-not-call', { phoneNumber: '03-1234-5678', note: '断り' });
    const lift = { phoneNumber: '+81312345678', reason: '先方から依頼' };

    const statuses = [
      await suzuki.request('POST', '/api/do-not-call/lift', lift),
      await admin.request('POST', '/api/do-not-call/lift', lift),
      await admin.request('POST', '/api/do-not-call/lift', lift),
    ];

    expect(statuses.map(({ status }) => status)).toEqual([403, 204, 404]);
    const { entries } = await admin.ask(auditPageSchema, 'GET', '/api/audit?subject=phone-number');
    expect(entries).toMatchObject([
      { action: 'unblocked', actor: { name: 'admin' }, after: { reason: '先方から依頼' } },
      { action: 'blocked', actor: { name: 'suzuki' }, after: { note: '断り' } },
    ]);
  });
});

describe('reminders', () => {
  it('are made by hand, moved, done, and listed in the order in which they are due', async () => {
    const id = insertCustomer(desk.database, { company: '甲' });
    const add = (dueAt: string) =>
      suzuki.ask(openReminderSchema, 'POST', `/api/customers/${id}/reminders`, { dueAt, note: '' });
    const late = await add('2026-11-26T01:00:00.000Z');
    const early = await add('2026-11-24T00:00:00.000Z');

    await suzuki.request('PUT', `/api/reminders/${late.id}`, { dueAt: '2026-11-23T01:00:00.000Z' });
    const due = await suzuki.ask(remindersSchema, 'GET', '/api/reminders?due=now');
    await suzuki.request('POST', `/api/reminders/${late.id}/done`);
    const again = await suzuki.request('POST', `/api/reminders/${late.id}/done`);
    const left = await suzuki.ask(remindersSchema, 'GET', '/api/reminders');

    expect(due.reminders.map((one) => one.id)).toEqual([late.id, early.id]);
    expect(again.status).toBe(409);
    expect(left.reminders).toMatchObject([{ id: early.id, company: '甲', agent: { name: 'suzuki' } }]);
  });

  it('are open again when the tick is taken back, for who may see the customer', async () => {
    const id = insertCustomer(desk.database, { ownerId: suzuki.agentId });
    const body = { dueAt: '2026-11-26T01:00:00.000Z' };
    const made = await suzuki.ask(openReminderSchema, 'POST', `/api/customers/${id}/reminders`, body);
    await suzuki.request('POST', `/api/reminders/${made.id}/done`);

    const colleagues = await tanaka.request('DELETE', `/api/reminders/${made.id}/done`);
    const resumed = await suzuki.ask(openReminderSchema, 'DELETE', `/api/reminders/${made.id}/done`);

    expect(colleagues.status).toBe(404);
    expect(resumed).toEqual(made);
  });

  it('remind whoever made them, not their colleagues', async () => {
    const id = insertCustomer(desk.database);
    await suzuki.request('POST', `/api/customers/${id}/reminders`, { dueAt: '2026-11-24T00:00:00.000Z' });

    const lists = await Promise.all([
      tanaka.ask(remindersSchema, 'GET', '/api/reminders'),
      tanaka.ask(remindersSchema, 'GET', '/api/reminders?whose=all'),
      admin.ask(remindersSchema, 'GET', '/api/reminders?whose=all'),
    ]);

    expect(lists.map(({ reminders }) => reminders.length)).toEqual([0, 0, 1]);
  });

  it("cannot be made for a colleague's customer", async () => {
    const id = insertCustomer(desk.database, { ownerId: tanaka.agentId });

    const response = await suzuki.request('POST', `/api/customers/${id}/reminders`, {
      dueAt: '2026-11-24T00:00:00.000Z',
    });

    expect(response.status).toBe(404);
  });
});

describe('the audit log', () => {
  it('is for admins, and tells of one record from where it was changed', async () => {
    const id = insertCustomer(desk.database, { company: '甲' });
    await suzuki.request('PUT', `/api/customers/${id}`, { basedOn: 1, changes: { note: '一' } });
    const path = `/api/audit?subject=customer&subjectId=${id}`;

    const refused = await suzuki.request('GET', path);
    const { entries } = await admin.ask(auditPageSchema, 'GET', path);

    expect(refused.status).toBe(403);
    expect(entries).toMatchObject([
      {
        subjectName: '甲',
        action: 'changed',
        actor: { name: 'suzuki' },
        before: { note: '' },
        after: { note: '一' },
      },
    ]);
  });

  it('is filtered by who, what and when, and read page by page', async () => {
    const id = insertCustomer(desk.database);
    await suzuki.request('PUT', `/api/customers/${id}`, { basedOn: 1, changes: { note: '一' } });
    desk.clock.pass(60);
    await tanaka.request('PUT', `/api/customers/${id}`, { basedOn: 2, changes: { note: '二' } });

    const page = (query: string) => admin.ask(auditPageSchema, 'GET', `/api/audit?subject=customer&${query}`);
    const first = await page('limit=1');
    const second = await page(`limit=1&before=${first.next}`);

    expect((await page(`actor=${suzuki.agentId}`)).entries).toHaveLength(1);
    expect((await page(`from=${desk.clock.now().toISOString()}`)).entries).toHaveLength(1);
    expect((await page('action=added')).entries).toEqual([]);
    expect([first, second].map(({ entries }) => entries[0]?.after?.['note'])).toEqual(['二', '一']);
  });

  it('cannot be changed nor emptied, not even in the database', async () => {
    await suzuki.request('POST', '/api/do-not-call', { phoneNumber: '03-1234-5678', note: '断り' });

    const refused = expect.objectContaining({
      cause: expect.objectContaining({ message: 'audit is append only' }),
    });
    expect(() => desk.database.query.run(sql`update audit set action = 'x'`)).toThrow(refused);
    expect(() => desk.database.query.run(sql`delete from audit`)).toThrow(refused);
  });
});

describe('an export', () => {
  it('is a file that spreadsheets read as text, with formulas defused', async () => {
    insertCustomer(desk.database, {
      company: '=cmd|calc',
      companyKana: 'ア',
      person: '佐藤, 健一',
      phoneNumber: '+81312345678',
    });
    insertCustomer(desk.database, {
      company: '乙',
      companyKana: 'イ',
      status: 'won',
      ownerId: tanaka.agentId,
    });

    const response = await suzuki.request('GET', '/api/customers/export?format=csv');

    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF会社名,フリガナ,担当者,部署,電話番号,')).toBe(true);
    expect(text.split('\r\n')[1]).toMatch(/^'=cmd\|calc,ア,"佐藤, 健一",,03-1234-5678,/);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  it('is a spreadsheet', async () => {
    insertCustomer(desk.database, { company: '甲' });

    const response = await suzuki.request('GET', '/api/customers/export?format=xlsx&language=en');

    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
    expect(response.headers.get('content-disposition')).toContain('customers.xlsx');
  });
});
