import {
  type AgentProfile,
  type AgentStatus,
  agentProfileSchema,
  agentStatusSchema,
  type WorkHours,
} from '../../../backend/contract/agents.ts';
import {
  type CallRecord,
  type CallSession,
  callRecordSchema,
  callSessionSchema,
  type Participant,
  type Turn,
  turnSchema,
} from '../../../backend/contract/calls.ts';
import { type Customer, customerSchema } from '../../../backend/contract/customers.ts';
import { alertSchema, type RealtimeEvent } from '../../../backend/contract/events.ts';
import { type Handoff, handoffSchema, type Offer, offerSchema } from '../../../backend/contract/handoffs.ts';
import { callIdSchema } from '../../../backend/contract/ids.ts';
import { type OpenReminder, openReminderSchema } from '../../../backend/contract/reminders.ts';
import { type Session, sessionSchema } from '../../../backend/contract/session.ts';
import type { CallStatus } from '../../../backend/contract/vocabulary.ts';
import type { Alert } from '../../../src-renderer/platform/alerts.ts';

export const callId = callIdSchema.parse(idOf('call', 1));

export function idOf(kind: string, number: number): string {
  return `${kind}_${String(number).padStart(20, '0')}`;
}

export function sampleCall(number: number, changes: object = {}): CallSession {
  return callSessionSchema.parse({
    id: idOf('call', number),
    mode: 'ai',
    status: 'ai-responding',
    customer: {
      id: idOf('customer', number),
      company: `第${number}工業`,
      person: '田中',
      department: '総務部',
      phoneNumber: '+81312345678',
    },
    owner: { id: 'misaki', name: '佐藤' },
    startedAt: `2026-11-20T01:00:${String(number % 60).padStart(2, '0')}.000Z`,
    answeredAt: '2026-11-20T01:01:00.000Z',
    endedAt: null,
    durationSeconds: null,
    stage: 'explained',
    result: null,
    resultReason: null,
    nextAction: null,
    note: '',
    resultConfirmed: false,
    participants: [],
    handoff: null,
    lastTurn: null,
    ...changes,
  });
}

/** The sample call with a leg of the agent on it. */
export function callWithLeg(state: Participant['state'], status: CallStatus): CallSession {
  const leg = {
    legId: idOf('leg', 1),
    kind: 'agent',
    agent: { id: 'misaki', name: '佐藤' },
    via: 'softphone',
    state,
    mutedByUs: false,
    onHold: false,
    joinedAt: null,
    leftAt: null,
  };
  return sampleCall(1, { status, participants: [leg] });
}

export function sampleTurn(number: number, changes: object = {}): Turn {
  return turnSchema.parse({
    callId,
    number,
    speaker: 'customer',
    text: `発言${number}`,
    confidence: 0.9,
    intent: null,
    at: `2026-11-20T01:01:${String(number).padStart(2, '0')}.000Z`,
    ...changes,
  });
}

export function sampleRecord(changes: object = {}): CallRecord {
  return callRecordSchema.parse({ call: sampleCall(1), turns: [], handoffs: [], ...changes });
}

export function sampleHandoff(changes: object = {}): Handoff {
  return handoffSchema.parse({
    id: idOf('handoff', 1),
    callId,
    urgency: 'prepare',
    requestedBy: 'ai',
    reason: 'put-on-hold',
    status: 'offering',
    agent: null,
    offers: [],
    requestedAt: '2026-11-20T01:02:00.000Z',
    connectedAt: null,
    endedAt: null,
    ...changes,
  });
}

export function sampleOffer(changes: object = {}): Offer {
  return offerSchema.parse({
    id: idOf('offer', 1),
    handoffId: idOf('handoff', 1),
    callId,
    agentId: 'misaki',
    urgency: 'prepare',
    reason: 'put-on-hold',
    offeredAt: '2026-11-20T01:02:00.000Z',
    deadline: '2026-11-20T01:02:15.000Z',
    brief: {
      company: '第1工業',
      person: '田中',
      department: '総務部',
      lastTurns: [{ speaker: 'customer', text: '少々お待ちください' }],
    },
    ...changes,
  });
}

/** An alert about the sample call, and the event that brings it. */
export function raisedAlert(kind: Alert['kind'], number = 1): { alert: Alert; event: RealtimeEvent } {
  const alert = alertSchema.parse({
    id: idOf('alert', number),
    kind,
    callId,
    raisedAt: '2026-11-20T01:02:00.000Z',
  });
  return { alert, event: { type: 'alert-raised', alert } };
}

export function sampleStatus(changes: object = {}): AgentStatus {
  return agentStatusSchema.parse({
    agentId: 'misaki',
    name: '佐藤',
    role: 'agent',
    presence: 'available',
    busyReason: null,
    reachability: 'softphone',
    since: '2026-11-20T00:00:00.000Z',
    wrapUpUntil: null,
    activeCallId: null,
    ...changes,
  });
}

/** Labour Thanksgiving Day is the one holiday. */
export function sampleSession(user: object = {}): Session {
  return sessionSchema.parse({
    user: { id: 'misaki', name: '佐藤', email: 'misaki@example.com', role: 'agent', ...user },
    telephony: { carrier: 'simulated', gateway: 'localhost:8787/simulator' },
    holidays: ['2026-11-23'],
  });
}

const officeDay = { from: 540, to: 1_080 };

/** What the team works. */
export const sampleHours: WorkHours = {
  timeZone: 'Asia/Tokyo',
  workingHours: [officeDay, officeDay, officeDay, officeDay, officeDay, null, null],
  worksOnHolidays: false,
};

export function sampleProfile(settings: object = {}): AgentProfile {
  return agentProfileSchema.parse({
    agentId: 'misaki',
    name: '佐藤',
    email: 'misaki@example.com',
    role: 'agent',
    settings: {
      agentId: 'misaki',
      phoneNumber: null,
      phoneVerified: false,
      reachByPhone: 'offline',
      phoneLanguage: 'ja',
      conversation: null,
      timeZone: 'Asia/Tokyo',
      workingHours: Array.from({ length: 7 }, () => null),
      priority: 1,
      concurrency: 1,
      skills: [],
      callerNumber: null,
      version: 1,
      ...settings,
    },
    team: { conversation: null, hours: sampleHours },
    status: sampleStatus(),
  });
}

export function sampleCustomer(number: number, changes: object = {}): Customer {
  return customerSchema.parse({
    id: idOf('customer', number),
    company: `第${number}工業`,
    companyKana: null,
    person: '田中',
    department: '総務部',
    phoneNumber: '+81312345678',
    owner: null,
    status: 'new',
    note: '',
    timeZone: 'Asia/Tokyo',
    doNotCall: false,
    activeCallId: null,
    lastCall: null,
    nextReminderAt: null,
    ...changes,
  });
}

export function sampleReminder(number: number, changes: object = {}): OpenReminder {
  return openReminderSchema.parse({
    id: idOf('reminder', number),
    customerId: idOf('customer', number),
    company: `第${number}工業`,
    person: null,
    phoneNumber: '+81312345678',
    doNotCall: false,
    activeCallId: null,
    agent: null,
    dueAt: '2026-11-20T05:00:00.000Z',
    note: '見積の件',
    callId: null,
    doneAt: null,
    ...changes,
  });
}
