import { z } from 'zod';
import {
  type AgentProfile,
  type AgentStatus,
  agentProfileSchema,
  agentStatusSchema,
  type PhoneLanguage,
  type SaveConversation,
  type SetAbsence,
  type SetStatus,
  type Verification,
  verificationSchema,
} from '../../backend/contract/agents.ts';
import {
  type CallRecord,
  type CallSession,
  callRecordSchema,
  callSessionSchema,
  type RecordResult,
  type StartCall,
} from '../../backend/contract/calls.ts';
import {
  type BeginTransfer,
  type DeclineReason,
  type Handoff,
  handoffSchema,
  type Offer,
  offerSchema,
  type RequestHandoff,
  type TransferOutcome,
} from '../../backend/contract/handoffs.ts';
import type { AgentId, CallId, ClientId, OfferId } from '../../backend/contract/ids.ts';
import type { SignInCode } from '../../backend/contract/second-factor.ts';
import {
  realtimeTicketSchema,
  type Session,
  type SoftphoneToken,
  sessionSchema,
  softphoneTokenSchema,
} from '../../backend/contract/session.ts';
import {
  type StartSupervision,
  type Supervision,
  supervisionSchema,
  supervisionsSchema,
  type WantedSupervision,
} from '../../backend/contract/supervision.ts';
import { type TelephonyOverview, telephonyOverviewSchema } from '../../backend/contract/telephony.ts';
import { type BeginTestCall, type TestCall, testCallSchema } from '../../backend/contract/test-calls.ts';
import {
  type AddUser,
  type ChangeUser,
  type Invitation,
  invitationSchema,
  passwordSetSchema,
  type SetPassword,
  type User,
  userSchema,
  usersSchema,
} from '../../backend/contract/users.ts';
import { ask, tell } from './answers.ts';
import { ApiFailure } from './api-failure.ts';
import { type CampaignApi, createCampaignApi } from './campaign-api.ts';
import { type CustomerApi, createCustomerApi } from './customer-api.ts';
import { type CustomerImportApi, createCustomerImportApi } from './customer-import-api.ts';
import { createHistoryApi, type HistoryApi } from './history-api.ts';
import { createRecordApi, type RecordApi } from './record-api.ts';
import { createRecordingApi, type RecordingApi } from './recording-api.ts';
import { createReportApi, type ReportApi } from './report-api.ts';
import { createSecurityApi, type SecurityApi } from './security-api.ts';
import { createSettingsApi, type SettingsApi } from './settings-api.ts';
import { createSpendingApi, type SpendingApi } from './spending-api.ts';
import { createTeamApi, type TeamApi } from './team-api.ts';
import type { HttpMethod, Transport } from './transport.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The server's API, in the contract's types. Every method rejects with an `ApiFailure`. */
export interface Api
  extends CampaignApi,
    CustomerApi,
    CustomerImportApi,
    HistoryApi,
    RecordApi,
    RecordingApi,
    ReportApi,
    SettingsApi,
    SpendingApi,
    SecurityApi,
    TeamApi {
  /** A challenge, where a code is wanted, too; null once signed in. */
  signIn(credentials: Credentials): Promise<string | null>;
  enterSignInCode(entered: SignInCode): Promise<void>;
  signOut(): Promise<void>;
  /** Null when nobody is signed in. */
  session(): Promise<Session | null>;
  realtimeTicket(): Promise<string>;
  softphoneToken(): Promise<SoftphoneToken>;
  /** Rings one's own softphone. */
  beginTestCall(wanted: BeginTestCall): Promise<TestCall>;
  testCall(): Promise<TestCall>;
  cancelTestCall(): Promise<void>;
  activeCalls(): Promise<CallSession[]>;
  call(callId: CallId): Promise<CallRecord>;
  startCall(request: StartCall): Promise<CallSession>;
  endCall(callId: CallId): Promise<CallSession>;
  recordResult(callId: CallId, result: RecordResult): Promise<CallSession>;
  requestHandoff(callId: CallId, request: RequestHandoff): Promise<Handoff>;
  offers(): Promise<Offer[]>;
  acceptOffer(offerId: OfferId, clientId: ClientId): Promise<Handoff>;
  holdCustomer(callId: CallId, onHold: boolean): Promise<CallSession>;
  beginTransfer(callId: CallId, wanted: BeginTransfer): Promise<Handoff>;
  /** Ends one's own warm transfer. */
  settleTransfer(callId: CallId, outcome: TransferOutcome): Promise<Handoff>;
  /** Gives up a standby, a call that is being dialled by hand, or one on which a colleague talks, too. */
  leaveCall(callId: CallId): Promise<void>;
  /** An admin's part in somebody else's call: joins it, chooses who hears them, leaves it. */
  startSupervision(callId: CallId, wanted: StartSupervision): Promise<Supervision>;
  changeSupervision(callId: CallId, mode: WantedSupervision): Promise<Supervision>;
  leaveSupervision(callId: CallId): Promise<void>;
  supervisions(): Promise<Supervision[]>;
  declineOffer(offerId: OfferId, reason: DeclineReason): Promise<void>;
  agents(): Promise<AgentStatus[]>;
  profile(): Promise<AgentProfile>;
  beginPhoneVerification(language: PhoneLanguage): Promise<Verification>;
  enterPhoneCode(code: string): Promise<AgentProfile>;
  setConversation(settings: SaveConversation): Promise<AgentProfile>;
  setStatus(status: SetStatus): Promise<AgentProfile>;
  setAbsence(wanted: SetAbsence): Promise<AgentProfile>;
  /** Of this and the four that follow, admins only. */
  users(): Promise<User[]>;
  addUser(added: AddUser): Promise<Invitation>;
  changeUser(userId: AgentId, changes: ChangeUser): Promise<User>;
  resetPassword(userId: AgentId): Promise<Invitation>;
  telephony(): Promise<TelephonyOverview>;
  /** Rejects with `link-over` when a link from an admin cannot be used any more. */
  checkPasswordLink(token: string): Promise<void>;
  /** With a link from an admin; answers whose password it is. */
  setPassword(wanted: SetPassword): Promise<string>;
}

/** Of the answer only what is more to do. */
const challengeSchema = z.object({ challenge: z.string().nullable().default(null) });
const callsSchema = z.object({ calls: z.array(callSessionSchema) });
const offersSchema = z.object({ offers: z.array(offerSchema) });
const agentsSchema = z.object({ agents: z.array(agentStatusSchema) });

export function createApi(transport: Transport): Api {
  const get = <Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer> =>
    ask(transport, { method: 'GET', path }, schema);
  const send = <Answer>(
    method: HttpMethod,
    path: string,
    body: unknown,
    schema: z.ZodType<Answer>,
  ): Promise<Answer> => ask(transport, { method, path, body }, schema);

  return {
    ...createCampaignApi(transport),
    ...createCustomerApi(transport),
    ...createCustomerImportApi(transport),
    ...createRecordApi(transport),
    ...createHistoryApi(transport),
    ...createRecordingApi(transport),
    ...createReportApi(transport),
    ...createSecurityApi(transport),
    ...createSettingsApi(transport),
    ...createSpendingApi(transport),
    ...createTeamApi(transport),
    signIn: (credentials) => signIn(transport, credentials),
    enterSignInCode: (entered) =>
      tell(transport, { method: 'POST', path: '/api/auth/sign-in/code', body: entered }),
    signOut: () => tell(transport, { method: 'POST', path: '/api/auth/sign-out', body: {} }),
    session: () => signedInOrNull(get('/api/session', sessionSchema)),
    realtimeTicket: async () => (await send('POST', '/api/realtime/ticket', {}, realtimeTicketSchema)).ticket,
    softphoneToken: () => send('POST', '/api/softphone/token', {}, softphoneTokenSchema),
    beginTestCall: (wanted) => send('POST', '/api/softphone/test-call', wanted, testCallSchema),
    testCall: () => get('/api/softphone/test-call', testCallSchema),
    cancelTestCall: () => tell(transport, { method: 'POST', path: '/api/softphone/test-call/end', body: {} }),
    activeCalls: async () => (await get('/api/calls/active', callsSchema)).calls,
    call: (callId) => get(`/api/calls/${callId}`, callRecordSchema),
    startCall: (request) => send('POST', '/api/calls/start', request, callSessionSchema),
    endCall: (callId) => send('POST', '/api/calls/end', { callId }, callSessionSchema),
    recordResult: (callId, result) => send('PUT', `/api/calls/${callId}/result`, result, callSessionSchema),
    requestHandoff: (callId, request) => send('POST', `/api/calls/${callId}/handoff`, request, handoffSchema),
    offers: async () => (await get('/api/offers', offersSchema)).offers,
    acceptOffer: (offerId, clientId) =>
      send('POST', `/api/offers/${offerId}/accept`, { clientId }, handoffSchema),
    holdCustomer: (callId, onHold) => send('PUT', `/api/calls/${callId}/hold`, { onHold }, callSessionSchema),
    beginTransfer: (callId, wanted) => send('POST', `/api/calls/${callId}/transfer`, wanted, handoffSchema),
    settleTransfer: (callId, outcome) =>
      send('PUT', `/api/calls/${callId}/transfer`, { outcome }, handoffSchema),
    leaveCall: (callId) => tell(transport, { method: 'POST', path: `/api/calls/${callId}/leave`, body: {} }),
    startSupervision: (callId, wanted) =>
      send('POST', `/api/calls/${callId}/supervision`, wanted, supervisionSchema),
    changeSupervision: (callId, mode) =>
      send('PUT', `/api/calls/${callId}/supervision`, { mode }, supervisionSchema),
    leaveSupervision: (callId) =>
      tell(transport, { method: 'DELETE', path: `/api/calls/${callId}/supervision` }),
    supervisions: async () => (await get('/api/supervisions', supervisionsSchema)).supervisions,
    declineOffer: (offerId, reason) =>
      tell(transport, { method: 'POST', path: `/api/offers/${offerId}/decline`, body: { reason } }),
    agents: async () => (await get('/api/agents', agentsSchema)).agents,
    profile: () => get('/api/agents/profile', agentProfileSchema),
    beginPhoneVerification: (language) =>
      send('POST', '/api/agents/phone/verification', { language }, verificationSchema),
    enterPhoneCode: (code) => send('PUT', '/api/agents/phone/verification', { code }, agentProfileSchema),
    setConversation: (settings) => send('PUT', '/api/agents/conversation', settings, agentProfileSchema),
    setStatus: (status) => send('PUT', '/api/agents/status', status, agentProfileSchema),
    setAbsence: (wanted) => send('PUT', '/api/agents/absence', wanted, agentProfileSchema),
    users: async () => (await get('/api/users', usersSchema)).users,
    addUser: (added) => send('POST', '/api/users', added, invitationSchema),
    changeUser: (userId, changes) => send('PUT', `/api/users/${userId}`, changes, userSchema),
    resetPassword: (userId) => send('POST', `/api/users/${userId}/password-link`, {}, invitationSchema),
    telephony: () => get('/api/telephony', telephonyOverviewSchema),
    checkPasswordLink: (token) =>
      tell(transport, { method: 'POST', path: '/api/password/link', body: { token } }),
    setPassword: async (wanted) => (await send('POST', '/api/password', wanted, passwordSetSchema)).email,
  };
}

/** The sign-in library says 401 for a wrong password; everywhere else that means that the session has ended. */
async function signIn(transport: Transport, credentials: Credentials): Promise<string | null> {
  try {
    const request = { method: 'POST', path: '/api/auth/sign-in/email', body: credentials } as const;
    return (await ask(transport, request, challengeSchema)).challenge;
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'not-signed-in') {
      throw new ApiFailure('wrong-credentials', error.message);
    }
    throw error;
  }
}

async function signedInOrNull(session: Promise<Session>): Promise<Session | null> {
  try {
    return await session;
  } catch (error) {
    if (error instanceof ApiFailure && error.code === 'not-signed-in') return null;
    throw error;
  }
}
