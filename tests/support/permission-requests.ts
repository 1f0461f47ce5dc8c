import type { CallId } from '../../backend/contract/ids.ts';
import {
  type Belongings,
  blockedNumber,
  callId,
  later,
  ownersCampaign,
  ownersImport,
  ownersOffer,
  ownersReminder,
  ownersView,
  pastId,
  recordingRef,
  saidWords,
  talkId,
} from './permission-belongings.ts';

interface RouteRequest {
  readonly path: string;
  readonly method: string;
  readonly body?: string;
}

/** What one asks of a route about what the owner owns. Throws for a path that names something nobody has thought of. */
export function requestOf(route: string, belongings: Belongings): RouteRequest {
  const [method = 'GET', template = ''] = route.split(' ');
  const named = namesOf(route, belongings);
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = named[name];
    if (value === undefined) throw new Error(`${route}: nobody owns a ${name}`);
    return value;
  });
  const address = `${path}${queries[route] ?? ''}`;
  if (method === 'GET') return { path: address, method };
  return { path: address, method, body: JSON.stringify(bodiesOf(belongings)[route] ?? {}) };
}

/** Whether what is the owner's is named, in the path or in the body. Of a text's audio, each has their own under the same key. */
export function namesTheirs(route: string): boolean {
  return route.includes('{') ? !writingAudio.includes(route) : namingInBody.includes(route);
}

const writingAudio: readonly string[] = [
  'PUT /api/agents/templates/{key}/audio',
  'DELETE /api/agents/templates/{key}/audio',
];

const namingInBody: readonly string[] = [
  'POST /api/calls/start',
  'POST /api/calls/end',
  'POST /api/customers/changes',
  'POST /api/agents/templates/preview',
];

function namesOf(route: string, belongings: Belongings): Readonly<Record<string, string>> {
  const { ownerId, customerId, blockedId, handoffId } = belongings;
  return {
    callId: callOf(route),
    customerId: route.includes('/block') ? blockedId : customerId,
    handoffId,
    agentId: ownerId,
    userId: ownerId,
    key: 'closing',
    offerId: ownersOffer,
    viewId: ownersView,
    importId: ownersImport,
    campaignId: ownersCampaign,
    reminderId: ownersReminder,
    recordingId: recordingRef,
  };
}

/** Some routes are for whoever talks, or about what is over. */
function callOf(route: string): CallId {
  if (/\/(?:hold|transfer|recording)$/.test(route)) return talkId;
  return /\/(?:result|sound)$/.test(route) ? pastId : callId;
}

const period = `?${new URLSearchParams({ from: '2026-11-01T00:00:00.000Z', to: later })}`;
const days = '?from=2026-11-01&to=2026-11-30';

const queries: Readonly<Record<string, string>> = {
  'GET /api/agents/figures': period,
  'GET /api/agents/presence-log': period,
  'GET /api/agents/{agentId}/presence-log': period,
  'GET /api/reports': days,
  'GET /api/reports/export': `${days}&table=agents`,
  'GET /api/calls/active/saying': `?words=${encodeURIComponent(saidWords)}`,
  'GET /api/reminders': '?whose=all',
  'GET /api/agents/templates/history': '?key=closing',
  'GET /api/agents/{agentId}/templates/history': '?key=closing',
  'GET /api/team/templates/history': '?key=closing',
  'PUT /api/agents/templates/{key}/audio': '?basedOn=0',
};

/** What a body must have to be looked at further. */
function bodiesOf({ ownerId, customerId }: Belongings): Readonly<Record<string, unknown>> {
  return {
    'POST /api/calls/start': { customerId },
    'POST /api/calls/end': { callId },
    'PUT /api/calls/{callId}/result': { result: 'success', note: '', nextAction: { kind: 'none', at: null } },
    'PUT /api/calls/{callId}/recording': { paused: true },
    'POST /api/calls/{callId}/handoff': { toAgentId: ownerId },
    'PUT /api/calls/{callId}/hold': { onHold: true },
    'POST /api/calls/{callId}/transfer': { toAgentId: ownerId, mode: 'blind' },
    'PUT /api/calls/{callId}/transfer': { outcome: 'completed' },
    'POST /api/customers/changes': { customerIds: [customerId], changes: { status: 'new' } },
    'PUT /api/customers/{customerId}': { basedOn: 1, changes: { company: 'ミナト工業' } },
    'POST /api/customers/{customerId}/block/lift': { reason: '本人の希望' },
    'POST /api/customers/{customerId}/reminders': { dueAt: later, note: '' },
    'PUT /api/reminders/{reminderId}': { dueAt: later },
    'POST /api/offers/{offerId}/accept': { clientId: '11111111-1111-4111-8111-111111111111' },
    'PUT /api/customers/views/{viewId}': { name: '見込み', filter: {} },
    'POST /api/agents/templates/preview': { key: 'closing', text: 'ありがとうございました。', customerId },
    'POST /api/do-not-call/lift': { phoneNumber: blockedNumber, reason: '本人の希望' },
    'POST /api/customers/imports/{importId}/check': {
      hasHeader: true,
      columns: [],
      duplicates: 'skip',
      ownerId: null,
    },
  };
}
