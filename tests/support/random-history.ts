import type { NewCall } from '../../backend/calls/call-store.ts';
import {
  type AgentId,
  agentIdSchema,
  type CampaignId,
  type CustomerId,
  callIdSchema,
  campaignIdSchema,
  handoffIdSchema,
  legIdSchema,
} from '../../backend/contract/ids.ts';
import {
  callResultSchema,
  intentSchema,
  resultReasonSchema,
  stageSchema,
} from '../../backend/contract/vocabulary.ts';
import type { Database } from '../../backend/db/database.ts';
import { user } from '../../backend/db/schema/accounts.ts';
import { calls, legs, turns } from '../../backend/db/schema/calls.ts';
import { campaigns } from '../../backend/db/schema/campaigns.ts';
import { handoffs } from '../../backend/db/schema/handoffs.ts';
import { teamTemplateVersions, templateVersions } from '../../backend/db/schema/speech.ts';
import { integerBetween, type Random, seededRandom } from '../../backend/db/seed/random.ts';
import { insertCustomer } from '../backend/customers/customer-fixture.ts';

type LegRow = typeof legs.$inferInsert;
type TurnRow = typeof turns.$inferInsert;
type HandoffRow = typeof handoffs.$inferInsert;

/** A call with all that belongs to it, as it was stored. */
export interface StoredCall {
  readonly call: NewCall;
  readonly legs: readonly LegRow[];
  readonly turns: readonly TurnRow[];
  readonly handoff: HandoffRow | null;
}

/** A version of the texts that the AI says. */
export interface StoredVersion {
  /** Null: the team's. */
  readonly agentId: AgentId | null;
  readonly savedAt: Date;
}

export interface RandomHistory {
  readonly agents: readonly AgentId[];
  readonly versions: readonly StoredVersion[];
  readonly campaigns: readonly CampaignId[];
  readonly calls: readonly StoredCall[];
}

export const historyBegins = new Date('2026-11-01T00:00:00.000Z');
export const historyDays = 20;

const sentences = [
  'お電話ありがとうございます。株式会社ミナト工業でございます。',
  '営業のお電話はお断りしております。',
  '間に合っておりますので結構です。',
  '予算がございません。',
  'お繋ぎいたしますので少々お待ちください。',
  'はい、山田です。',
  'ｶﾀｶﾅとＡＢＣを 話します',
];

/** Calls of every kind, each possible and most unlikely: some go on, some were never answered, some are nobody's. */
export function insertRandomHistory(database: Database, seed: number, size: number): RandomHistory {
  const random = seededRandom(seed);
  const made = {
    agents: ['suzuki', 'tanaka', 'sato'].map((name) => insertAgent(database, name)),
    campaigns: [1, 2].map((number) => insertCampaign(database, number)),
  };
  const customers = Array.from({ length: size }, () => insertCustomer(database));
  const stored = Array.from({ length: size }, (_, index) =>
    randomCall(random, {
      ...made,
      customer: customers[index] ?? oneOf(random, customers),
      number: index + 1,
    }),
  );
  // As they are stored when they begin.
  const inOrder = stored.toSorted((a, b) => a.call.startedAt.getTime() - b.call.startedAt.getTime());
  for (const { call, legs: itsLegs, turns: itsTurns, handoff } of inOrder) {
    database.query.insert(calls).values(call).run();
    for (const leg of itsLegs) database.query.insert(legs).values(leg).run();
    for (const turn of itsTurns) database.query.insert(turns).values(turn).run();
    if (handoff !== null) database.query.insert(handoffs).values(handoff).run();
  }
  return { ...made, versions: insertRandomVersions(database, random, made.agents), calls: stored };
}

/** Up to three versions of each agent's texts and of the team's, saved at any time. */
function insertRandomVersions(
  database: Database,
  random: Random,
  agents: readonly AgentId[],
): readonly StoredVersion[] {
  return [...agents, null].flatMap((agentId) => {
    const minutes = Array.from({ length: integerBetween(random, 0, 3) }, () =>
      integerBetween(random, 0, historyDays * 24 * 60),
    );
    return minutes
      .toSorted((a, b) => a - b)
      .map((minute, index): StoredVersion => {
        const saved = { version: index + 1, texts: {}, savedAt: after(historyBegins, minute * 60) };
        if (agentId === null) database.query.insert(teamTemplateVersions).values(saved).run();
        else
          database.query
            .insert(templateVersions)
            .values({ ...saved, agentId })
            .run();
        return { agentId, savedAt: saved.savedAt };
      });
  });
}

export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[integerBetween(random, 0, items.length - 1)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

interface Cast {
  readonly agents: readonly AgentId[];
  readonly campaigns: readonly CampaignId[];
  readonly customer: CustomerId;
  readonly number: number;
}

function randomCall(random: Random, { agents, campaigns: known, customer, number }: Cast): StoredCall {
  const id = callIdSchema.parse(idOf('call', number));
  const minute = integerBetween(random, 0, historyDays * 24 * 60);
  const startedAt = new Date(historyBegins.getTime() + minute * 60_000);
  const answered = random() < 0.8;
  const over = random() < 0.95;
  const agentOrNobody = () => (random() < 0.2 ? null : oneOf(random, agents));
  const call: NewCall = {
    id,
    mode: random() < 0.8 ? 'ai' : 'agent',
    direction: random() < 0.9 ? 'outbound' : 'inbound',
    status: over ? 'completed' : 'ai-responding',
    customerId: customer,
    phoneNumber: `+8130001${String(number).padStart(4, '0')}`,
    ownerId: agentOrNobody(),
    startedBy: agentOrNobody(),
    speaksFor: random() < 0.5 ? null : agentOrNobody(),
    campaignId: random() < 0.5 ? null : oneOf(random, known),
    conferenceName: id,
    startedAt,
    answeredAt: answered ? after(startedAt, 7) : null,
    endedAt: over ? after(startedAt, integerBetween(random, 8, 400)) : null,
    result: over ? oneOf(random, callResultSchema.options) : null,
    resultReason: over ? oneOf(random, resultReasonSchema.options) : null,
  };
  const hasHuman = answered && random() < 0.5;
  return {
    call,
    legs: hasHuman ? [1, 2].map((leg) => randomLeg(random, call, { number: 10 * number + leg, agents })) : [],
    turns: answered ? randomTurns(random, call) : [],
    handoff: random() < 0.5 ? randomHandoff(random, call, { number, agents }) : null,
  };
}

function randomLeg(
  random: Random,
  call: NewCall,
  { number, agents }: { readonly number: number; readonly agents: readonly AgentId[] },
): LegRow {
  const id = legIdSchema.parse(idOf('leg', number));
  const agentId = random() < 0.9 ? oneOf(random, agents) : null;
  const createdAt = call.startedAt;
  const joinedAt = random() < 0.8 ? after(createdAt, 10 + (number % 10)) : null;
  const kind = random() < 0.9 ? 'agent' : 'supervisor';
  const leg = { id, callId: call.id, kind, via: 'softphone', label: id, state: 'left' } as const;
  return { ...leg, agentId, muted: random() < 0.2, createdAt, joinedAt };
}

function randomTurns(random: Random, call: NewCall): readonly TurnRow[] {
  return Array.from({ length: integerBetween(random, 0, 5) }, (_, index) => {
    const ofCustomer = random() < 0.6;
    return {
      callId: call.id,
      number: index + 1,
      speaker: ofCustomer ? 'customer' : 'ai',
      text: oneOf(random, sentences),
      intent: ofCustomer && random() < 0.9 ? oneOf(random, intentSchema.options) : null,
      stage: ofCustomer && random() < 0.9 ? oneOf(random, stageSchema.options) : null,
      at: after(call.startedAt, 8 + index),
    } as const;
  });
}

function randomHandoff(
  random: Random,
  call: NewCall,
  { number, agents }: Pick<Cast, 'number' | 'agents'>,
): HandoffRow {
  const requestedAt = after(call.startedAt, 20);
  const connectedAt = random() < 0.6 ? after(requestedAt, integerBetween(random, 1, 40)) : null;
  return {
    id: handoffIdSchema.parse(idOf('handoff', number)),
    callId: call.id,
    urgency: random() < 0.8 ? 'connect' : 'prepare',
    transferredBy: random() < 0.2 ? oneOf(random, agents) : null,
    requestedBy: 'ai',
    reason: 'interested',
    status: 'connected',
    requestedAt,
    waitingSince: random() < 0.5 ? after(requestedAt, 1) : null,
    connectedAt,
    endedAt: after(requestedAt, 60),
  };
}

export function insertAgent(database: Database, name: string): AgentId {
  const made = { createdAt: historyBegins, updatedAt: historyBegins };
  database.query
    .insert(user)
    .values({ id: name, name, email: `${name}@example.com`, role: 'agent', ...made })
    .onConflictDoNothing()
    .run();
  return agentIdSchema.parse(name);
}

export function insertCampaign(database: Database, number: number): CampaignId {
  const id = campaignIdSchema.parse(idOf('campaign', number));
  const settings = {
    name: `Campaign ${number}`,
    speaksForId: agentIdSchema.parse('suzuki'),
    agentIds: [],
    hours: null,
    pace: { callsPerSecond: 1, concurrency: 1, factor: 1 },
    retries: noRetries,
  };
  database.query
    .insert(campaigns)
    .values({
      id,
      settings,
      source: { type: 'customers', customerIds: [] },
      createdAt: historyBegins,
    })
    .run();
  return id;
}

const never = { times: 0, afterMinutes: 1 };
const noRetries = {
  'no-answer': never,
  'line-busy': never,
  voicemail: never,
  absent: never,
  'hung-up': never,
  failed: never,
};

function idOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(20, '0')}`;
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1_000);
}
