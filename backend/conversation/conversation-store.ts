import { eq, sql } from 'drizzle-orm';
import type { CallId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import { conversations } from '../db/schema/calls.ts';
import type { Clock } from '../kernel/clock.ts';
import { type ConversationState, conversationStateSchema, initialState } from './conversation-state.ts';
import { type Hearing, hearingSchema } from './hearing.ts';

export type Phase = (typeof conversations.$inferSelect)['phase'];

/** Where an AI call's dialogue stands, whole, after each round. */
export interface Conversation {
  readonly callId: CallId;
  readonly state: ConversationState;
  /** Counts the instructions given to the AI's leg. */
  readonly round: number;
  readonly phase: Phase;
  /** Null when the customer has said nothing since they were last answered. */
  readonly hearing: Hearing | null;
}

/** Of a call in which nobody has said anything yet. */
export function freshConversation(callId: CallId): Conversation {
  return { callId, state: initialState(), round: 0, phase: 'talking', hearing: null };
}

export interface ConversationStore {
  find(callId: CallId): Conversation | null;
  phase(callId: CallId): Phase | null;
  save(conversation: Conversation): void;
  saveHearing(callId: CallId, hearing: Hearing): void;
}

export function createConversationStore({ query }: Database, clock: Clock): ConversationStore {
  const byCall = query
    .select()
    .from(conversations)
    .where(eq(conversations.callId, sql.placeholder('callId')))
    .prepare();
  const phaseOf = query
    .select({ phase: conversations.phase })
    .from(conversations)
    .where(eq(conversations.callId, sql.placeholder('callId')))
    .prepare();
  const upsert = query
    .insert(conversations)
    .values({
      callId: sql.placeholder('callId'),
      state: sql.placeholder('state'),
      round: sql.placeholder('round'),
      phase: sql.placeholder('phase'),
      hearing: sql.placeholder('hearing'),
      updatedAt: sql.placeholder('updatedAt'),
    })
    .onConflictDoUpdate({
      target: conversations.callId,
      set: {
        state: sql`excluded.state`,
        round: sql`excluded.round`,
        phase: sql`excluded.phase`,
        hearing: sql`excluded.hearing`,
        updatedAt: sql`excluded.updated_at`,
      },
    })
    .prepare();
  const heard = query
    .update(conversations)
    .set({ hearing: sql`${sql.placeholder('hearing')}` })
    .where(eq(conversations.callId, sql.placeholder('callId')))
    .prepare();

  return {
    find(callId) {
      const row = byCall.get({ callId });
      if (row === undefined) return null;
      const { round, phase } = row;
      const state = conversationStateSchema.parse(row.state);
      return { callId, state, round, phase, hearing: noHearingOr.parse(row.hearing) };
    },
    phase: (callId) => phaseOf.get({ callId })?.phase ?? null,
    save(conversation) {
      upsert.run({ ...conversation, updatedAt: clock.now() });
    },
    saveHearing(callId, hearing) {
      heard.run({ callId, hearing: JSON.stringify(hearing) });
    },
  };
}

const noHearingOr = hearingSchema.nullable();
