import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCountsSchema } from '../../../backend/contract/customer-imports.ts';
import {
  type AgentId,
  type CampaignId,
  type CustomerId,
  importIdSchema,
  viewIdSchema,
} from '../../../backend/contract/ids.ts';
import { audit, customerTags, customerViews } from '../../../backend/db/schema/customers.ts';
import { customerImportRows, customerImports } from '../../../backend/db/schema/imports.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

let bench: CampaignBench;
let suzuki: AgentId;

beforeEach(() => {
  bench = createCampaignBench();
  suzuki = bench.freeAgent('suzuki');
});

afterEach(() => bench[Symbol.dispose]());

function customer(columns: Parameters<typeof insertCustomer>[1] = {}): CustomerId {
  return insertCustomer(bench.database, columns);
}

function tagged(tag: string, customerId: CustomerId): void {
  bench.database.query.insert(customerTags).values({ tag, customerId }).run();
}

function settings(campaignId: CampaignId) {
  return bench.queries.get(bench.boss, campaignId).settings;
}

describe('choosing the customers of a campaign', () => {
  it('counts whom it would call, and whom not and why', async () => {
    const [first] = [
      customer({ phoneNumber: '+81300017001' }),
      customer({ phoneNumber: '+81300017001' }),
      customer({ phoneNumber: '' }),
      customer({ status: 'rejected' }),
      customer({ phoneNumber: '+81300017002' }),
    ];
    bench.care.doNotCall.block({
      phoneNumber: '+81300017002',
      reason: 'listed',
      source: 'by-hand',
      note: '',
      addedBy: bench.boss.id,
    });
    bench.course.start(bench.boss, bench.draft([suzuki], first === undefined ? [] : [first]));

    const preview = await bench.service.preview(bench.boss, { type: 'filter', filter: {} });

    expect(preview).toMatchObject({ customers: 5, callable: 1, inOtherCampaigns: 1 });
    expect(new Map(preview.leftOut.map(({ reason, customers }) => [reason, customers]))).toEqual(
      new Map([
        ['same-number', 1],
        ['no-number', 1],
        ['rejected', 1],
        ['do-not-call', 1],
      ]),
    );
  });

  it('is by a view of whoever creates it, and by nobody else’s', async () => {
    const id = viewIdSchema.parse('view_00000000000000000001');
    const now = bench.clock.now();
    tagged('見込み', customer());
    customer();
    const view = { id, agentId: bench.boss.id, name: '見込み', filter: { tag: '見込み' }, createdAt: now };
    bench.database.query.insert(customerViews).values(view).run();
    const source = { type: 'view', viewId: id } as const;

    expect((await bench.service.preview(bench.boss, source)).callable).toBe(1);
    await expect(bench.service.preview({ id: suzuki, role: 'admin' }, source)).rejects.toThrow(
      'no such view',
    );
  });

  it('is by an import: those it made and those it changed, each once', () => {
    const importId = importIdSchema.parse('import_00000000000000000001');
    const none = Object.fromEntries(Object.keys(importCountsSchema.shape).map((name) => [name, 0]));
    const file = {
      fileName: 'list.csv',
      bytes: 1,
      state: 'done',
      counts: importCountsSchema.parse(none),
    } as const;
    const [made, changed, skipped] = [customer(), customer(), customer()];
    const { query } = bench.database;
    query
      .insert(customerImports)
      .values({ ...file, id: importId, createdAt: bench.clock.now() })
      .run();
    const outcomes = [
      [2, 'updated', changed],
      [3, 'created', made],
      [4, 'skipped', skipped],
      [5, 'updated', made],
    ] as const;
    for (const [row, outcome, customerId] of outcomes) {
      const rest = { company: '', problems: [] };
      query
        .insert(customerImportRows)
        .values({ ...rest, importId, row, outcome, customerId })
        .run();
    }

    const campaign = bench.service.create(bench.boss, {
      settings: settings(bench.draft([suzuki], [])),
      customers: { type: 'import', importId },
    });

    const { members } = bench.queries.members(bench.boss, campaign.id, { limit: 10 });
    expect(members.map((member) => member.customer.id)).toEqual([changed, made]);
  });

  it('is done once: whoever comes later is not in the campaign', () => {
    const wanted = settings(bench.draft([suzuki], []));
    customer();
    const source = { type: 'filter', filter: {} } as const;
    const { id } = bench.service.create(bench.boss, { settings: wanted, customers: source });

    customer();

    expect(bench.queries.get(bench.boss, id).progress).toMatchObject({ customers: 1, pending: 1 });
  });
});

describe('a campaign', () => {
  it('is changed by whoever has seen its newest version', () => {
    const id = bench.draft([suzuki], [customer()]);
    const renamed = { ...settings(id), name: '冬の一斉コール' };
    bench.service.change(bench.boss, id, { basedOn: 1, settings: renamed });

    expect(settings(id).name).toBe('冬の一斉コール');
    expect(() => bench.service.change(bench.boss, id, { basedOn: 1, settings: renamed })).toThrow('changed');
  });

  it('is not changed any more when it is over', () => {
    const id = bench.draft([suzuki], [customer()]);
    bench.course.start(bench.boss, id);
    bench.course.stop(bench.boss, id);

    expect(() => bench.service.change(bench.boss, id, { basedOn: 1, settings: settings(id) })).toThrow(
      'over',
    );
    expect(() => bench.course.resume(bench.boss, id)).toThrow('resumed');
  });

  it('is deleted as a draft only', () => {
    const [draft, begun] = [bench.draft([suzuki], [customer()]), bench.draft([suzuki], [customer()])];
    bench.course.start(bench.boss, begun);

    bench.service.remove(bench.boss, draft);

    expect(() => bench.queries.get(bench.boss, draft)).toThrow('no such campaign');
    expect(() => bench.service.remove(bench.boss, begun)).toThrow('started');
  });

  it('needs agents who are there and somebody of whom the AI knows something', () => {
    const stranger = bench.agent('stranger');

    expect(() => bench.draft([stranger], [])).toThrow(
      expect.objectContaining({
        fields: [{ path: 'settings.speaksForId', problem: 'conversation-settings-missing' }],
      }),
    );
  });

  it('is seen by its agents with the customers whom they may see, and by no other agent', () => {
    const tanaka = bench.freeAgent('tanaka');
    const [own, nobodys] = [customer({ ownerId: suzuki }), customer()];
    const others = customer({ ownerId: tanaka });
    const id = bench.draft([suzuki], [own, others, nobodys]);
    const viewer = { id: suzuki, role: 'agent' } as const;

    const { members } = bench.queries.members(viewer, id, { limit: 10 });

    expect(members.map((member) => member.customer.id)).toEqual([own, nobodys]);
    expect(bench.queries.page(viewer, { limit: 10 }).campaigns).toHaveLength(1);
    expect(bench.queries.page({ id: tanaka, role: 'agent' }, { limit: 10 }).campaigns).toEqual([]);
    expect(() => bench.queries.get({ id: tanaka, role: 'agent' }, id)).toThrow('no such campaign');
  });

  it('is shown in pages, as are its customers', () => {
    const list = Array.from({ length: 5 }, () => customer());
    const id = bench.draft([suzuki], list);
    bench.clock.pass(1);
    const newer = bench.draft([suzuki], []);

    const first = bench.queries.page(bench.boss, { limit: 1 });
    const second = bench.queries.page(bench.boss, { limit: 1, before: first.next ?? undefined });
    const members = bench.queries.members(bench.boss, id, { limit: 3 });
    const rest = bench.queries.members(bench.boss, id, { limit: 3, after: members.next ?? undefined });

    expect([first, second].flatMap((page) => page.campaigns.map((one) => one.id))).toEqual([newer, id]);
    expect(second.next).toBeNull();
    expect([...members.members, ...rest.members].map((member) => member.customer.id)).toEqual(list);
    expect(rest.next).toBeNull();
  });

  it('has everything that happens to it in the audit log', () => {
    const id = bench.draft([suzuki], [customer()]);
    bench.course.start(bench.boss, id);
    bench.course.pause(bench.boss, id);
    bench.course.resume(bench.boss, id);
    bench.course.stop(bench.boss, id);

    const entries = bench.database.query.select().from(audit).all();

    expect(entries.filter(({ subjectId }) => subjectId === id)).toMatchObject(
      ['added', 'started', 'paused', 'resumed', 'stopped'].map((action) => ({
        subject: 'campaign',
        action,
        actorId: bench.boss.id,
      })),
    );
  });

  it('is told to its agents, and to whoever ceases to be one that it is theirs no more', () => {
    const tanaka = bench.freeAgent('tanaka');
    const id = bench.draft([suzuki, tanaka], [customer()]);
    const before = bench.stores.events.newest();

    bench.service.change(bench.boss, id, { basedOn: 1, settings: { ...settings(id), agentIds: [suzuki] } });

    expect(bench.stores.events.after(before, 10)).toMatchObject([
      { event: { type: 'campaign-removed', campaignId: id }, audience: [tanaka] },
      { event: { type: 'campaign-changed', campaign: { id, version: 2 } }, audience: [suzuki] },
    ]);
  });
});
