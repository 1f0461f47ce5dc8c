import { createHash, timingSafeEqual } from 'node:crypto';
import type { AgentProfile, AgentSettings, PhoneLanguage, Verification } from '../contract/agents.ts';
import type { AgentId } from '../contract/ids.ts';
import type { Database } from '../db/database.ts';
import type { EventLog } from '../journal/event-log-store.ts';
import type { Clock } from '../kernel/clock.ts';
import { Refusal } from '../kernel/errors.ts';
import { InvalidInput } from '../kernel/invalid-input.ts';
import type { CarrierOutcome } from '../telephony/carrier-command.ts';
import type { VerificationLine } from '../telephony/verification-line.ts';
import type { AgentService } from './agent-service.ts';
import type { AgentStore } from './agent-store.ts';
import type { PhoneVerificationStore } from './phone-verification-store.ts';
import type { PresenceService } from './presence-service.ts';

interface PhoneVerificationOptions {
  readonly database: Database;
  readonly verifications: PhoneVerificationStore;
  readonly agents: AgentStore;
  readonly profiles: Pick<AgentService, 'profile' | 'isLocked'>;
  readonly presence: Pick<PresenceService, 'refresh'>;
  readonly events: EventLog;
  readonly line: VerificationLine;
  /** Resolves when one more leg may be asked for. */
  readonly turn: () => Promise<void>;
  readonly clock: Clock;
  /** Six random digits. */
  readonly createCode: () => string;
}

/** Whether an agent's number is theirs: a code is said there, and they enter it here. */
export interface PhoneVerification {
  /**
   * Calls the stored number. Refuses with `not-found` without one, `too-many-requests`, also while a call is about to be made, and
   * `carrier-unavailable`.
   */
  begin(agentId: AgentId, language: PhoneLanguage): Promise<Verification>;
  /** Refuses with `code-wrong`, and with `code-over` when there is none that could be entered. */
  enter(agentId: AgentId, code: string): AgentProfile;
}

/** The call takes up to two minutes, and somebody may have to fetch the telephone. */
const lifetimeMs = 10 * 60_000;
/** Nobody's telephone is to be rung on and on. */
const pauseMs = 30_000;
const mostWrongAttempts = 5;

export function createPhoneVerification(options: PhoneVerificationOptions): PhoneVerification {
  const { database, verifications, agents, profiles, presence, events, line, clock } = options;
  const turnOf = createTurns(options.turn);

  function change(agentId: AgentId, changes: Partial<AgentSettings>): void {
    agents.change(agentId, changes);
    events.append({ type: 'settings-changed', agentId }, null);
  }

  /** The row is there before the telephone rings. */
  function prepare(agentId: AgentId, language: PhoneLanguage) {
    const phoneNumber = numberToCall(options, agentId);
    const calledAt = clock.now();
    const code = options.createCode();
    const expiresAt = new Date(calledAt.getTime() + lifetimeMs);
    const codeHash = hashOf(agentId, code);
    // The code is said in the language that they asked for; in which they are rung is not theirs to say where admins keep it to themselves.
    if (!profiles.isLocked(agentId, 'phone')) change(agentId, { phoneLanguage: language });
    verifications.save({ agentId, phoneNumber, codeHash, wrongAttempts: 0, calledAt, expiresAt });
    return { phoneNumber, code, language, expiresAt };
  }

  return {
    async begin(agentId, language) {
      numberToCall(options, agentId);
      await turnOf(agentId);
      const { expiresAt, ...call } = database.transaction(() => prepare(agentId, language));
      refuseUnlessRung(await line.sayCode(call));
      return { expiresAt: expiresAt.toISOString() };
    },
    enter(agentId, code) {
      const { codeHash } = openCode(options, agentId);
      if (!timingSafeEqual(Buffer.from(codeHash), Buffer.from(hashOf(agentId, code)))) {
        verifications.countWrongAttempt(agentId);
        throw new Refusal('code-wrong', 'That is not the code.');
      }
      return database.transaction(() => {
        verifications.close(agentId, clock.now());
        change(agentId, { phoneVerified: true });
        presence.refresh(agentId);
        return profiles.profile(agentId);
      });
    },
  };
}

/** Those whose turn to be called is awaited have one place in the queue each. */
function createTurns(turn: PhoneVerificationOptions['turn']): (agentId: AgentId) => Promise<void> {
  const waiting = new Set<AgentId>();
  return async (agentId) => {
    if (waiting.has(agentId)) {
      throw new Refusal('too-many-requests', 'Your telephone is about to be called.');
    }
    waiting.add(agentId);
    await turn().finally(() => waiting.delete(agentId));
  };
}

type Known = Pick<PhoneVerificationOptions, 'agents' | 'verifications' | 'clock'>;

function numberToCall({ agents, verifications, clock }: Known, agentId: AgentId): string {
  const phoneNumber = agents.find(agentId)?.settings.phoneNumber ?? null;
  if (phoneNumber === null) throw new Refusal('not-found', 'You have no telephone number.');
  const last = verifications.find(agentId);
  if (last !== null && clock.now().getTime() - last.calledAt.getTime() < pauseMs) {
    throw new Refusal('too-many-requests', 'Your telephone was called just now.');
  }
  return phoneNumber;
}

/** The code that can still be entered. */
function openCode({ agents, verifications, clock }: Known, agentId: AgentId) {
  const open = verifications.find(agentId);
  const current = agents.find(agentId)?.settings.phoneNumber;
  const isOver =
    open === null ||
    open.phoneNumber !== current ||
    open.expiresAt <= clock.now() ||
    open.wrongAttempts >= mostWrongAttempts;
  if (isOver) throw new Refusal('code-over', 'There is no code that could be entered.');
  return open;
}

function refuseUnlessRung(outcome: CarrierOutcome): void {
  if (outcome.type === 'rung') return;
  if (outcome.type === 'refused' && outcome.reason === 'invalid-number') {
    throw new InvalidInput([{ path: 'phoneNumber', problem: 'cannot be called' }]);
  }
  throw new Refusal('carrier-unavailable', 'The carrier did not make the call.');
}

function hashOf(agentId: AgentId, code: string): string {
  return createHash('sha256').update(`${agentId}:${code}`).digest('base64url');
}
