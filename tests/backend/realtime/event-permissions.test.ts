import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventPermissions, grants, type Visitor } from '../../../backend/auth/permissions.ts';
import { type RealtimeEvent, serverFrameSchema } from '../../../backend/contract/events.ts';
import { type AgentId, agentIdSchema } from '../../../backend/contract/ids.ts';
import type { Role } from '../../../backend/contract/vocabulary.ts';
import { user } from '../../../backend/db/schema/accounts.ts';
import { type CampaignBench, createCampaignBench } from '../../support/campaign-bench.ts';
import { conversationSettings } from '../../support/conversation.ts';
import { eventually } from '../../support/patience.ts';
import { insertCustomer } from '../customers/customer-fixture.ts';

const visitors = ['owner', 'another agent', 'admin'] as const satisfies readonly Visitor[];
type Connected = (typeof visitors)[number];
type EventType = RealtimeEvent['type'];

/** What happens in a company in which everything is the owner's; gives what whoever is told last is told. */
type Scene = (bench: CampaignBench, owner: AgentId) => readonly [Connected, EventType];

const seen: Readonly<Record<Connected, Set<EventType>>> = {
  owner: new Set(),
  'another agent': new Set(),
  admin: new Set(),
};

const adminId = agentIdSchema.parse('admin');

const spoken = {
  speaker: 'customer',
  agentId: null,
  text: 'お世話になっております',
  confidence: 0.9,
  intent: null,
  stage: null,
} as const;

const scenes: readonly Scene[] = [
  handedOver,
  listenedTo,
  settingsSaved,
  callHidden,
  campaignMade,
  agentDisabled,
];

function handedOver(bench: CampaignBench, owner: AgentId): readonly [Connected, EventType] {
  const clientId = bench.connect(owner);
  const callId = bench.answeredCall(owner);
  bench.request(callId, 'connect');
  bench.accept(owner, clientId);
  bench.joined(bench.legOf(callId, 'agent').id);
  bench.ended(bench.legOf(callId, 'customer').id);
  return ['admin', 'call-ended'];
}

/** Something is said, the customer is changed, a reminder falls due, an admin listens, and nobody takes the call. */
function listenedTo(bench: CampaignBench, owner: AgentId): readonly [Connected, EventType] {
  const { care, stores, clock, flow } = bench;
  const callId = bench.answeredCall(owner);
  const customerId = insertCustomer(bench.database, { ownerId: owner });
  bench.database.transaction(() => {
    flow.publisher.said(stores.transcript.append({ ...spoken, callId, at: clock.now() }));
    care.customerService.publish(customerId);
    const about = { customerId, agentId: owner, callId: null } as const;
    care.reminderService.due(care.reminders.create({ ...about, dueAt: clock.now(), note: '' }));
  });
  const listen = { mode: 'listen', clientId: bench.connect(adminId, 2) } as const;
  flow.supervision.start({ id: adminId, role: 'admin' }, callId, listen);
  bench.request(callId, 'connect');
  bench.pass(60);
  bench.ended(bench.legOf(callId, 'customer').id);
  return ['admin', 'alert-cleared'];
}

function settingsSaved({ database, team }: CampaignBench, owner: AgentId): readonly [Connected, EventType] {
  const { version } = team.agents.profile(owner).settings;
  const notifications = { alertWindow: true, systemNotifications: true, flash: true, browser: false };
  database.transaction(() => team.agents.setNotifications(owner, { basedOn: version, notifications }));
  return ['admin', 'settings-changed'];
}

/** The owner loses sight of their call. */
function callHidden(bench: CampaignBench, owner: AgentId): readonly [Connected, EventType] {
  const callId = bench.answeredCall(owner);
  bench.database.transaction(() => bench.stores.events.append({ type: 'call-hidden', callId }, [owner]));
  return ['owner', 'call-hidden'];
}

function campaignMade(bench: CampaignBench, owner: AgentId): readonly [Connected, EventType] {
  bench.stores.agents.change(owner, { conversation: conversationSettings });
  const draft = bench.draft([owner], [insertCustomer(bench.database, { ownerId: owner })]);
  bench.service.remove(bench.boss, draft);
  return ['admin', 'campaign-removed'];
}

function agentDisabled({ database, team, agent }: CampaignBench): readonly [Connected, EventType] {
  const leaver = agent('leaver');
  database.query.update(user).set({ banned: true }).where(eq(user.id, leaver)).run();
  team.presence.refresh(leaver);
  return ['admin', 'agent-removed'];
}

/** Connects a console to the hub, as the realtime route does. */
function watch(bench: CampaignBench, visitor: Connected, role: Role): AgentId {
  const id = bench.agent(visitor, role);
  const send = (frame: string): void => {
    const parsed = serverFrameSchema.parse(JSON.parse(frame));
    if (parsed.type === 'event') seen[visitor].add(parsed.event.type);
  };
  bench.hub.subscribe({ viewer: { id, role }, send }, bench.hub.newest());
  return id;
}

async function play(scene: Scene): Promise<void> {
  using bench = createCampaignBench();
  const owner = watch(bench, 'owner', 'agent');
  watch(bench, 'another agent', 'agent');
  watch(bench, 'admin', 'admin');

  const [visitor, last] = scene(bench, owner);

  await eventually(() => expect([...seen[visitor]]).toContain(last));
}

beforeAll(async () => {
  for (const scene of scenes) await play(scene);
});

describe('every event about what an agent owns', () => {
  it.each(Object.entries(eventPermissions))(
    '%s, which is %s, goes to whom the table grants it',
    (name, permission) => {
      const told = visitors.map((visitor) => [visitor, [...seen[visitor]].some((type) => type === name)]);

      expect(told).toEqual(visitors.map((visitor) => [visitor, grants[permission][visitor]]));
    },
  );
});
