import { createCallStore } from '../../backend/calls/call-store.ts';
import { createTranscriptStore } from '../../backend/calls/transcript-store.ts';
import { importCountsSchema } from '../../backend/contract/customer-imports.ts';
import { customerFilterSchema } from '../../backend/contract/customers.ts';
import {
  type AgentId,
  type CustomerId,
  callIdSchema,
  campaignIdSchema,
  clientIdSchema,
  type HandoffId,
  handoffIdSchema,
  importIdSchema,
  legIdSchema,
  offerIdSchema,
  reminderIdSchema,
  viewIdSchema,
} from '../../backend/contract/ids.ts';
import { legs } from '../../backend/db/schema/calls.ts';
import { customerViews, doNotCall, reminders } from '../../backend/db/schema/customers.ts';
import { offers } from '../../backend/db/schema/handoffs.ts';
import { customerImports } from '../../backend/db/schema/imports.ts';
import { supervisions } from '../../backend/db/schema/supervisions.ts';
import { createHandoffStore } from '../../backend/handoff/handoff-store.ts';
import { newHandoff } from '../../backend/handoff/new-handoff.ts';
import { createIds } from '../../backend/kernel/ids.ts';
import { insertCampaign } from '../backend/campaigns/campaign-fixture.ts';
import { insertCustomer } from '../backend/customers/customer-fixture.ts';
import type { ComposedBackend } from './composed-backend.ts';

export const callId = callIdSchema.parse('call_00000000000000000001');
/** In which the owner talks with the customer. */
export const talkId = callIdSchema.parse('call_00000000000000000002');
/** Which is over, and recorded. */
export const pastId = callIdSchema.parse('call_00000000000000000003');
export const recordingRef = `RE${'0'.repeat(32)}`;
export const later = '2026-12-01T01:00:00.000Z';
export const ownersOffer = offerIdSchema.parse('offer_00000000000000000001');
export const ownersView = viewIdSchema.parse('view_00000000000000000001');
export const ownersCampaign = campaignIdSchema.parse('campaign_00000000000000000001');
export const ownersImport = importIdSchema.parse('import_00000000000000000001');
export const ownersReminder = reminderIdSchema.parse('reminder_00000000000000000001');
const ownersLeg = legIdSchema.parse('leg_00000000000000000001');
export const ownersName = '持ち主 花子';
export const company = '持ち主の得意先';
export const blockedNumber = '+81300019999';
export const saidWords = '折り返しください';

/** What the owner owns, by its name in the paths of routes. */
export type Belongings = ReturnType<typeof insertBelongings>;

/** One of everything that an agent can own; an admin listens to the call. */
export function insertBelongings(
  backend: ComposedBackend,
  { owner, admin }: Readonly<Record<'owner' | 'admin', AgentId>>,
) {
  const { database } = backend;
  const customerId = insertCustomer(database, { ownerId: owner, company });
  const blockedId = insertCustomer(database, { ownerId: owner, company, phoneNumber: blockedNumber });
  insertCalls(backend, owner, customerId);
  const handoffId = insertHandoff(backend);
  insertOffer(backend, owner, handoffId);
  insertView(backend, owner);
  insertImport(backend, owner);
  insertCampaign(database, { id: ownersCampaign, agentIds: [owner] });
  const reminder = { id: ownersReminder, customerId, agentId: owner, createdAt: backend.clock.now() };
  database.query
    .insert(reminders)
    .values({ ...reminder, dueAt: new Date(later) })
    .run();
  const block = { phoneNumber: blockedNumber, reason: 'agent', addedAt: backend.clock.now() } as const;
  database.query.insert(doNotCall).values(block).run();
  insertSupervision(backend, admin);
  return { ownerId: owner, customerId, blockedId, handoffId };
}

/** By which what is the owner's is recognised in any answer. */
export function marksOf({ ownerId, customerId, handoffId }: Belongings): readonly string[] {
  const ids = [callId, talkId, pastId, recordingRef, ownersOffer, ownersView];
  const others = [ownersCampaign, ownersImport, ownersReminder, ownersName, company];
  return [ownerId, customerId, handoffId, ...ids, ...others];
}

/** A call that waits for a human, in which something was said; one in which the owner talks; one that is over. */
function insertCalls({ database, clock }: ComposedBackend, ownerId: AgentId, customerId: CustomerId): void {
  const now = clock.now();
  const store = createCallStore(database);
  const call = { customerId, ownerId, mode: 'ai', phoneNumber: '+81300010001', startedAt: now } as const;
  const ended = { answeredAt: now, endedAt: now, result: 'success' } as const;
  store.insert({ ...call, id: callId, conferenceName: 'first', status: 'transferring' });
  const elsewhere = { ...call, customerId: insertCustomer(database, { ownerId, company }) };
  store.insert({ ...elsewhere, id: talkId, conferenceName: 'second', status: 'human-connected' });
  store.insert({ ...call, ...ended, id: pastId, conferenceName: 'third', status: 'completed' });
  const turn = { callId, speaker: 'customer', agentId: null, text: saidWords, at: now } as const;
  createTranscriptStore(database).append({ ...turn, confidence: null, intent: null, stage: null });
  const leg = { callId: talkId, kind: 'agent', via: 'softphone', state: 'in-conference' } as const;
  database.query
    .insert(legs)
    .values({ ...leg, id: ownersLeg, label: 'agent', agentId: ownerId, createdAt: now, joinedAt: now })
    .run();
}

function insertHandoff({ database, clock }: ComposedBackend): HandoffId {
  const want = { urgency: 'connect', reason: 'interested', floorFree: true, requestedBy: 'ai' } as const;
  const handoff = newHandoff(callId, want, { ids: createIds(clock), clock });
  createHandoffStore(database).insert({ ...handoff, status: 'offering' });
  return handoffIdSchema.parse(handoff.id);
}

function insertOffer(
  { database: { query }, clock }: ComposedBackend,
  agentId: AgentId,
  handoffId: HandoffId,
): void {
  const now = clock.now();
  const deadline = new Date(now.getTime() + 15_000);
  const offer = { id: ownersOffer, handoffId, agentId, status: 'open' } as const;
  query
    .insert(offers)
    .values({ ...offer, offeredAt: now, deadline })
    .run();
}

function insertView({ database: { query }, clock }: ComposedBackend, agentId: AgentId): void {
  const view = { id: ownersView, agentId, name: '見込み', filter: customerFilterSchema.parse({}) };
  query
    .insert(customerViews)
    .values({ ...view, createdAt: clock.now() })
    .run();
}

function insertImport({ database: { query }, clock }: ComposedBackend, agentId: AgentId): void {
  const file = { fileName: 'customers.csv', bytes: 100, state: 'uploaded' } as const;
  const counts = importCountsSchema.parse(
    Object.fromEntries(Object.keys(importCountsSchema.shape).map((name) => [name, 0])),
  );
  query
    .insert(customerImports)
    .values({ ...file, id: ownersImport, agentId, counts, createdAt: clock.now() })
    .run();
}

function insertSupervision({ database: { query }, clock }: ComposedBackend, supervisorId: AgentId): void {
  const clientId = clientIdSchema.parse('22222222-2222-4222-8222-222222222222');
  const legId = legIdSchema.parse('leg_00000000000000000009');
  const supervision = { callId, legId, supervisorId, clientId, mode: 'listen' } as const;
  query
    .insert(supervisions)
    .values({ ...supervision, startedAt: clock.now(), joinedAt: clock.now() })
    .run();
}
