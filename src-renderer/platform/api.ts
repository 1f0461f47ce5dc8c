import { z } from 'zod';
import {
  type AgentProfile,
  type AgentStatus,
  agentProfileSchema,
  agentStatusSchema,
  type ConversationSettings,
  type PhoneLanguage,
  type SetPhone,
  type SetStatus,
  type Verification,
  verificationSchema,
} from '../../backend/contract/agents.ts';
import {
  type CallRecord,
  type CallSession,
  callRecordSchema,
  callSessionSchema,
  type HistoryPage,
  historyPageSchema,
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
import type { AgentId, CallId, ClientId, CustomerId, OfferId } from '../../backend/contract/ids.ts';
import {
  realtimeTicketSchema,
  type Session,
  type SoftphoneToken,
  sessionSchema,
  softphoneTokenSchema,
} from '../../backend/contract/session.ts';
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
import { addressQuery } from './address-query.ts';
import { ask, tell } from './answers.ts';
import { ApiFailure } from './api-failure.ts';
import { type CustomerApi, createCustomerApi } from './customer-api.ts';
import { type CustomerImportApi, createCustomerImportApi } from './customer-import-api.ts';
import { createRecordingApi, type RecordingApi } from './recording-api.ts';
import type { HttpMethod, Transport } from './transport.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Which page of the history: `before` is the `next` of the page above it. */
export interface HistoryRequest {
  readonly before: string | null;
  readonly customerId: CustomerId | null;
}

/** The server's API, in the contract's types. Every method rejects with an `ApiFailure`. */
export interface Api extends CustomerApi, CustomerImportApi, RecordingApi {
  signIn(credentials: Credentials): Promise<void>;
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
  history(request: HistoryRequest): Promise<HistoryPage>;
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
  declineOffer(offerId: OfferId, reason: DeclineReason): Promise<void>;
  agents(): Promise<AgentStatus[]>;
  profile(): Promise<AgentProfile>;
  setPhone(phoneNumber: string | null): Promise<AgentProfile>;
  setReachByPhone(wanted: Pick<SetPhone, 'phoneNumber' | 'reachByPhone'>): Promise<AgentProfile>;
  beginPhoneVerification(language: PhoneLanguage): Promise<Verification>;
  enterPhoneCode(code: string): Promise<AgentProfile>;
  setConversation(settings: ConversationSettings): Promise<AgentProfile>;
  setStatus(status: SetStatus): Promise<AgentProfile>;
  /** Of this and the four that follow, admins only. */
  users(): Promise<User[]>;
  addUser(added: AddUser): Promise<Invitation>;
  changeUser(userId: AgentId, changes: ChangeUser): Promise<User>;
  resetPassword(userId: AgentId): Promise<Invitation>;
  telephony(): Promise<TelephonyOverview>;
  /** With a link from an admin; answers whose password it is. */
  setPassword(wanted: SetPassword): Promise<string>;
}

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
    ...createCustomerApi(transport),
    ...createCustomerImportApi(transport),
    ...createRecordingApi(transport),
    signIn: (credentials) => signIn(transport, credentials),
    signOut: () => tell(transport, { method: 'POST', path: '/api/auth/sign-out', body: {} }),
    session: () => signedInOrNull(get('/api/session', sessionSchema)),
    realtimeTicket: async () => (await send('POST', '/api/realtime/ticket', {}, realtimeTicketSchema)).ticket,
    softphoneToken: () => send('POST', '/api/softphone/token', {}, softphoneTokenSchema),
    beginTestCall: (wanted) => send('POST', '/api/softphone/test-call', wanted, testCallSchema),
    testCall: () => get('/api/softphone/test-call', testCallSchema),
    cancelTestCall: () => tell(transport, { method: 'POST', path: '/api/softphone/test-call/end', body: {} }),
    activeCalls: async () => (await get('/api/calls/active', callsSchema)).calls,
    history: ({ before, customerId }) =>
      get(`/api/calls/history${addressQuery({ before, customerId, limit: '50' })}`, historyPageSchema),
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
    declineOffer: (offerId, reason) =>
      tell(transport, { method: 'POST', path: `/api/offers/${offerId}/decline`, body: { reason } }),
    agents: async () => (await get('/api/agents', agentsSchema)).agents,
    profile: () => get('/api/agents/profile', agentProfileSchema),
    setPhone: (phoneNumber) => send('PUT', '/api/agents/phone', { phoneNumber }, agentProfileSchema),
    setReachByPhone: (wanted) => send('PUT', '/api/agents/phone', wanted, agentProfileSchema),
    beginPhoneVerification: (language) =>
      send('POST', '/api/agents/phone/verification', { language }, verificationSchema),
    enterPhoneCode: (code) => send('PUT', '/api/agents/phone/verification', { code }, agentProfileSchema),
    setConversation: (settings) => send('PUT', '/api/agents/conversation', settings, agentProfileSchema),
    setStatus: (status) => send('PUT', '/api/agents/status', status, agentProfileSchema),
    users: async () => (await get('/api/users', usersSchema)).users,
    addUser: (added) => send('POST', '/api/users', added, invitationSchema),
    changeUser: (userId, changes) => send('PUT', `/api/users/${userId}`, changes, userSchema),
    resetPassword: (userId) => send('POST', `/api/users/${userId}/password-link`, {}, invitationSchema),
    telephony: () => get('/api/telephony', telephonyOverviewSchema),
    setPassword: async (wanted) => (await send('POST', '/api/password', wanted, passwordSetSchema)).email,
  };
}

/** The sign-in library says 401 for a wrong password; everywhere else that means that the session has ended. */
async function signIn(transport: Transport, credentials: Credentials): Promise<void> {
  try {
    await tell(transport, { method: 'POST', path: '/api/auth/sign-in/email', body: credentials });
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
