import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Timeline, timelineSchema } from '../../../backend/contract/customer-timeline.ts';
import { customerViewSchema, customerViewsSchema } from '../../../backend/contract/customer-views.ts';
import {
  customerPageSchema,
  customerSchema,
  customersChangedSchema,
} from '../../../backend/contract/customers.ts';
import type { CustomerId } from '../../../backend/contract/ids.ts';
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

function customer(id: CustomerId, who = suzuki) {
  return who.ask(customerSchema, 'GET', `/api/customers/${id}`);
}

function timeline(id: CustomerId, query = ''): Promise<Timeline> {
  return suzuki.ask(timelineSchema, 'GET', `/api/customers/${id}/timeline${query}`);
}

describe('adding a customer', () => {
  it('keeps numbers in one notation, nothing twice, and makes whoever adds it the owner', async () => {
    const added = await suzuki.ask(customerSchema, 'POST', '/api/customers', {
      company: '株式会社やまだ',
      phoneNumber: '０３ー１２３４ー５６７８',
      otherNumbers: ['090-1234-5678', '+81 90 1234 5678', '03(1234)5678'],
      tags: ['展示会', '展示会', '既存'],
      bestTime: { from: 600, to: 720 },
      email: 'info@example.com',
    });

    expect(added).toMatchObject({
      phoneNumber: '+81312345678',
      otherNumbers: ['+819012345678'],
      tags: ['展示会', '既存'].toSorted(),
      owner: { name: 'suzuki' },
      bestTime: { from: 600, to: 720 },
      status: 'new',
      timeZone: 'Asia/Tokyo',
    });
  });

  it('is found by a further number', async () => {
    await suzuki.request('POST', '/api/customers', {
      company: '甲',
      phoneNumber: '03-1234-5678',
      otherNumbers: ['090-1111-2222'],
    });

    const { customers } = await suzuki.ask(customerPageSchema, 'GET', '/api/customers?search=090-1111-2222');

    expect(customers).toHaveLength(1);
  });

  it.each([
    [{ phoneNumber: '12' }, 'phoneNumber'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ otherNumbers: ['03-1234-5678', 'x'] }, 'otherNumbers.1'],
    [{ company: '' }, 'company'],
    [{ email: 'nobody' }, 'email'],
    [{ webForm: 'javascript:alert(1)' }, 'webForm'],
    [{ bestTime: { from: 700, to: 600 } }, 'bestTime'],
  ])('refuses %o', async (wrong, path) => {
    const right = { company: '甲', phoneNumber: '03-1234-5678' };

    const response = await suzuki.request('POST', '/api/customers', { ...right, ...wrong });

    expect(await response.json()).toMatchObject({ error: { code: 'invalid-input', fields: [{ path }] } });
  });

  it('lets only admins give a customer to somebody, who must exist', async () => {
    const added = { company: '甲', phoneNumber: '03-1234-5678' };

    const statuses = await Promise.all([
      suzuki.request('POST', '/api/customers', { ...added, ownerId: tanaka.agentId }),
      admin.request('POST', '/api/customers', { ...added, ownerId: 'nobody-of-that-id' }),
      admin.request('POST', '/api/customers', { ...added, ownerId: tanaka.agentId }),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([403, 400, 201]);
  });
});

describe('changing a customer', () => {
  it('keeps what is left out, counts the version, and remembers from what to what', async () => {
    const id = insertCustomer(desk.database, { company: '甲', person: '佐藤' });

    const changed = await suzuki.ask(customerSchema, 'PUT', `/api/customers/${id}`, {
      basedOn: 1,
      changes: { person: '高橋', tags: ['展示会'] },
    });

    expect(changed).toMatchObject({ company: '甲', person: '高橋', tags: ['展示会'], version: 2 });
    expect((await timeline(id)).entries).toMatchObject([
      {
        type: 'change',
        by: 'suzuki',
        action: 'changed',
        before: { person: '佐藤', tags: [] },
        after: { person: '高橋', tags: ['展示会'] },
      },
    ]);
  });

  it('refuses to overwrite a change that was not seen', async () => {
    const id = insertCustomer(desk.database);
    const change = { basedOn: 1, changes: { note: '一' } };
    await suzuki.request('PUT', `/api/customers/${id}`, change);

    const response = await tanaka.request('PUT', `/api/customers/${id}`, change);

    expect(await response.json()).toMatchObject({ error: { code: 'changed-elsewhere' } });
  });

  it('makes no version of what is so already', async () => {
    const id = insertCustomer(desk.database, { note: '一' });

    await suzuki.request('PUT', `/api/customers/${id}`, { basedOn: 1, changes: { note: '一' } });

    expect((await customer(id)).version).toBe(1);
    expect((await timeline(id)).entries).toEqual([]);
  });

  it('is found by what it is called now, and not any more by what it was', async () => {
    const id = insertCustomer(desk.database, { company: '旧社名' });
    await suzuki.request('PUT', `/api/customers/${id}`, { basedOn: 1, changes: { company: '新社名' } });

    const search = async (name: string) =>
      suzuki.ask(customerPageSchema, 'GET', `/api/customers?search=${encodeURIComponent(name)}`);

    expect((await search('旧社名')).total).toBe(0);
    expect((await search('新社名')).total).toBe(1);
  });
});

describe('changing many customers', () => {
  it('changes owner, status and tags of all, and counts those that are different', async () => {
    const ids = [insertCustomer(desk.database), insertCustomer(desk.database, { status: 'absent' })];

    const answer = await admin.ask(customersChangedSchema, 'POST', '/api/customers/changes', {
      customerIds: ids,
      changes: { status: 'absent', ownerId: suzuki.agentId, addTags: ['再架電'] },
    });

    expect(answer).toEqual({ changed: 2 });
    expect(await Promise.all(ids.map((id) => customer(id)))).toMatchObject([
      { status: 'absent', owner: { name: 'suzuki' }, tags: ['再架電'] },
      { status: 'absent', owner: { name: 'suzuki' }, tags: ['再架電'] },
    ]);
  });

  it('changes none when there is one among them whom the agent may not see', async () => {
    const mine = insertCustomer(desk.database);
    const theirs = insertCustomer(desk.database, { ownerId: tanaka.agentId });

    const response = await suzuki.request('POST', '/api/customers/changes', {
      customerIds: [mine, theirs],
      changes: { status: 'won' },
    });

    expect(response.status).toBe(404);
    expect((await customer(mine)).status).toBe('new');
  });

  it('takes tags away', async () => {
    const id = insertCustomer(desk.database);
    const change = (changes: object) =>
      suzuki.request('POST', '/api/customers/changes', { customerIds: [id], changes });
    await change({ addTags: ['一', '二'] });

    await change({ removeTags: ['一'] });

    expect((await customer(id)).tags).toEqual(['二']);
  });
});

describe('the timeline', () => {
  it('has every entry once over all pages, newest first', async () => {
    const id = insertCustomer(desk.database);
    for (const version of [1, 2, 3, 4, 5]) {
      // Two at each moment.
      if (version % 2 === 1) desk.clock.pass(60);
      await suzuki.request('PUT', `/api/customers/${id}`, {
        basedOn: version,
        changes: { note: `${version}` },
      });
    }

    const read: Timeline['entries'] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? '?limit=2' : `?limit=2&before=${encodeURIComponent(next)}`;
      const page = await timeline(id, query);
      read.push(...page.entries);
      next = page.next;
    }

    expect(read.map((entry) => 'after' in entry && entry.after?.['note'])).toEqual(['5', '4', '3', '2', '1']);
  });

  it('is as invisible as the customer', async () => {
    const id = insertCustomer(desk.database, { ownerId: tanaka.agentId });

    const response = await suzuki.request('GET', `/api/customers/${id}/timeline`);

    expect(response.status).toBe(404);
  });
});

describe('the views of an agent', () => {
  it('are kept, changed and forgotten, and nobody else sees them', async () => {
    const view = await suzuki.ask(customerViewSchema, 'POST', '/api/customers/views', {
      name: '不在のみ',
      filter: { status: 'absent', sort: 'newest' },
    });

    const renamed = { name: '不在', filter: { status: 'absent' } };
    const byColleague = await tanaka.request('PUT', `/api/customers/views/${view.id}`, renamed);
    await suzuki.request('PUT', `/api/customers/views/${view.id}`, renamed);
    const kept = await suzuki.ask(customerViewsSchema, 'GET', '/api/customers/views');
    const colleagues = await tanaka.ask(customerViewsSchema, 'GET', '/api/customers/views');
    const forgotten = await suzuki.request('DELETE', `/api/customers/views/${view.id}`);

    expect(byColleague.status).toBe(404);
    expect(kept.views).toMatchObject([{ id: view.id, name: '不在', filter: { status: 'absent' } }]);
    expect(colleagues.views).toEqual([]);
    expect(forgotten.status).toBe(204);
  });
});
