import { Hono, type MiddlewareHandler } from 'hono';
import { agentRoutes } from './agents/agent-routes.ts';
import type { AgentService } from './agents/agent-service.ts';
import type { PhoneVerification } from './agents/phone-verification.ts';
import { phoneVerificationRoutes } from './agents/phone-verification-routes.ts';
import type { PresenceHistory } from './agents/presence-history.ts';
import { presenceLogRoutes } from './agents/presence-log-routes.ts';
import type { PresenceService } from './agents/presence-service.ts';
import { scheduleRoutes } from './agents/schedule-routes.ts';
import type { ScheduleService } from './agents/schedule-service.ts';
import { agentAdminRoutes, teamRoutes } from './agents/team-routes.ts';
import type { TeamService } from './agents/team-service.ts';
import type { Auth } from './auth/auth.ts';
import { authRoutes } from './auth/auth-routes.ts';
import type { CachedSessions } from './auth/cached-sessions.ts';
import { passwordRoutes } from './auth/password-routes.ts';
import type { PasswordService } from './auth/password-service.ts';
import { securityRoutes } from './auth/security-routes.ts';
import type { SecurityService } from './auth/security-service.ts';
import { sessionRoutes } from './auth/session-routes.ts';
import type { SignInLock } from './auth/sign-in-lock-store.ts';
import type { Tickets } from './auth/ticket-store.ts';
import { userRoutes } from './auth/user-routes.ts';
import type { UserService } from './auth/user-service.ts';
import { type CallRoutesOptions, callRoutes } from './calls/call-routes.ts';
import { type HistoryRoutesOptions, historyRoutes } from './calls/history/history-routes.ts';
import { type CampaignRoutesOptions, campaignRoutes } from './campaigns/campaign-routes.ts';
import type { Config } from './config/config.ts';
import type { Session } from './contract/session.ts';
import { colleagueTemplateRoutes } from './conversation/colleague-template-routes.ts';
import { teamTemplateRoutes } from './conversation/team-template-routes.ts';
import type { TeamTemplateService } from './conversation/team-template-service.ts';
import {
  spokenAudioRoutes,
  templateAudioPath,
  templateAudioRoutes,
} from './conversation/template-audio-routes.ts';
import type { TemplateAudioService } from './conversation/template-audio-service.ts';
import type { TemplateAudioStore } from './conversation/template-audio-store.ts';
import {
  callTemplateRoutes,
  speechRoutes,
  type TemplateRoutesOptions,
} from './conversation/template-routes.ts';
import { type CustomerDesk, customerDeskRoutes } from './customers/customer-desk-routes.ts';
import { importUploadPath } from './customers/import/import-routes.ts';
import { type HandoffRoutesOptions, handoffRoutes, offerRoutes } from './handoff/handoff-routes.ts';
import { routingRoutes } from './handoff/routing/routing-routes.ts';
import type { RoutingView } from './handoff/routing/routing-view.ts';
import { transferRoutes } from './handoff/transfer-routes.ts';
import { healthRoutes } from './health/health-routes.ts';
import type { Metrics } from './health/metrics.ts';
import { metricsRoutes } from './health/metrics-routes.ts';
import { type TelephonyRoutesOptions, telephonyRoutes } from './health/telephony-routes.ts';
import { apiDocumentRoutes } from './http/api-document.ts';
import { mountApiShell } from './http/api-shell.ts';
import { limitAttempts } from './http/attempt-limit.ts';
import { limitBodies } from './http/body-limit.ts';
import { consoleFiles, type PhonePage } from './http/console-files.ts';
import { consoleSecurity } from './http/console-security.ts';
import { answerNotFound, translateErrors } from './http/error-translator.ts';
import { measured } from './http/measured.ts';
import { refuseOtherMethods } from './http/method-check.ts';
import { reportsInTurn } from './http/reports-in-turn.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import type { Log } from './kernel/log.ts';
import type { LoadWatch } from './load/load-watch.ts';
import { type RealtimeRoutesOptions, realtimeRoutes } from './realtime/realtime-routes.ts';
import { recordingRoutes } from './recordings/recording-routes.ts';
import type { RecordingService } from './recordings/recording-service.ts';
import { agentFiguresRoutes } from './reports/agent-figures-routes.ts';
import type { AgentFiguresService } from './reports/agent-figures-service.ts';
import { reportRoutes } from './reports/report-routes.ts';
import type { ReportService } from './reports/report-service.ts';
import { spendingRoutes } from './spending/spending-routes.ts';
import type { SpendingService } from './spending/spending-service.ts';
import { supervisionListRoutes, supervisionRoutes } from './supervision/supervision-routes.ts';
import type { SupervisionService } from './supervision/supervision-service.ts';
import { createHoldAudioRoutes } from './telephony/hold-audio-routes.ts';
import { type SoftphoneRoutesOptions, softphoneRoutes } from './telephony/softphone-routes.ts';
import type { Telephony } from './telephony/telephony.ts';
import type { createTwilioWebhooks } from './telephony/twilio/webhook-routes.ts';

export interface AppOptions {
  readonly http: Config['http'];
  readonly log: Log;
  readonly clock: Clock;
  readonly isReady: () => boolean;
  readonly metrics: Metrics;
  readonly metricsToken: Config['metricsToken'];
  /** The built console. */
  readonly consoleFolder: string;
  readonly phonePage: PhonePage;
  /** Addresses besides our own that the console talks to. */
  readonly connectTo: readonly string[];
  readonly webhooks: ReturnType<typeof createTwilioWebhooks>;
  /** The embedded simulator's routes; null when the carrier is elsewhere. */
  readonly simulator: Hono | null;
  readonly auth: Auth;
  readonly sessions: CachedSessions;
  readonly tickets: Tickets;
  readonly telephony: Pick<Telephony, 'softphoneToken'>;
  readonly testCalls: SoftphoneRoutesOptions['testCalls'];
  readonly telephonyForConsoles: Session['telephony'];
  readonly agents: AgentService;
  readonly presence: PresenceService;
  readonly presenceHistory: PresenceHistory;
  readonly team: TeamService;
  readonly teamTemplates: TeamTemplateService;
  readonly routing: RoutingView;
  readonly figures: AgentFiguresService;
  readonly reports: ReportService;
  readonly load: Pick<LoadWatch, 'turnOfReport'>;
  readonly spending: SpendingService;
  readonly phoneVerification: PhoneVerification;
  readonly users: UserService;
  readonly passwords: PasswordService;
  readonly security: SecurityService;
  readonly lock: SignInLock;
  readonly line: TelephonyRoutesOptions;
  readonly customerDesk: CustomerDesk;
  readonly calls: CallRoutesOptions;
  readonly campaigns: CampaignRoutesOptions;
  readonly history: HistoryRoutesOptions;
  readonly recordings: RecordingService;
  readonly schedules: ScheduleService;
  readonly speech: TemplateRoutesOptions;
  readonly templateAudio: TemplateAudioService;
  /** What the carrier plays of it. */
  readonly spokenAudio: Pick<TemplateAudioStore, 'bytesOf'>;
  readonly handoffs: HandoffRoutesOptions;
  readonly supervision: SupervisionService;
  readonly realtime: RealtimeRoutesOptions;
}

/** Mounts the routes of all domains, each behind what protects it. */
export function createApp(options: AppOptions): Hono {
  const { http, log, sessions } = options;
  const app = new Hono();
  app.onError(translateErrors(log));
  app.notFound(answerNotFound);
  app.use(measured(options.metrics.answered));
  mountCarrier(app, options);

  app.use(securityOf(options));
  const filePaths = [templateAudioPath, importUploadPath];
  mountApiShell(app, { allowedOrigins: http.allowedOrigins, sessions, log, filePaths });
  app.use(
    '/api/*',
    refuseOtherMethods(() => app.routes),
  );
  mountApi(app, options);
  app.route('/api', apiDocumentRoutes(app));
  app.route('/', healthRoutes(options.isReady));
  app.route('/', metricsRoutes(options.metrics, options.metricsToken));
  app.route('/', consoleFiles({ folder: options.consoleFolder, phonePage: options.phonePage }));
  return app;
}

/** Called often, and verifies by itself who calls: before everything else. */
function mountCarrier(app: Hono, { webhooks, simulator, spokenAudio, log }: AppOptions): void {
  for (const path of ['/webhooks/*', '/simulator/*']) app.use(path, limitBodies(log));
  app.route('/webhooks/twilio', webhooks);
  app.route('/audio', createHoldAudioRoutes());
  app.route('/audio', spokenAudioRoutes(spokenAudio));
  if (simulator !== null) app.route('/simulator', simulator);
}

/** What can wait while the server has too much to do with calls. */
const reportPaths = ['/api/reports/*', '/api/calls/history/export', '/api/customers/export'];

/** For whoever is signed in, as each route declares. */
function mountApi(app: Hono, options: AppOptions): void {
  const { auth, sessions, tickets, agents, presence, http, clock } = options;
  for (const path of reportPaths) app.use(path, reportsInTurn(options.load.turnOfReport));
  app.route('/api/auth', authRoutes({ auth, sessions, lock: options.lock, trustProxy: http.trustProxy }));
  app.route('/api', sessionRoutes({ auth, tickets, telephony: options.telephonyForConsoles, clock }));
  const limit = limitAttempts({ clock: systemClock, trustProxy: http.trustProxy, perMinute: 20 });
  app.route('/api/password', passwordRoutes(options.passwords, limit));
  const { security } = options;
  app.route('/api/security', securityRoutes({ security, limit, trustProxy: http.trustProxy }));
  app.route('/api/users', userRoutes(options.users));
  app.route('/api/telephony', telephonyRoutes(options.line));
  app.route('/api/spending', spendingRoutes(options.spending));
  app.route('/api', realtimeRoutes(options.realtime));
  const { telephony, testCalls } = options;
  const limitTests = limitAttempts({ clock: systemClock, trustProxy: http.trustProxy, perMinute: 20 });
  app.route('/api/softphone', softphoneRoutes({ telephony, testCalls, limit: limitTests }));
  app.route('/api/calls', historyRoutes(options.history));
  app.route('/api/calls', callRoutes(options.calls));
  app.route('/api/calls', recordingRoutes(options.recordings));
  app.route('/api/calls', handoffRoutes(options.handoffs));
  app.route('/api/calls', transferRoutes(options.handoffs));
  app.route('/api/calls', supervisionRoutes(options.supervision));
  app.route('/api/supervisions', supervisionListRoutes(options.supervision));
  app.route('/api/offers', offerRoutes(options.handoffs));
  app.route('/api/agents', agentRoutes(agents, presence));
  app.route('/api/agents', agentAdminRoutes(options.team, agents));
  app.route('/api/agents', agentFiguresRoutes(options.figures));
  app.route('/api/reports', reportRoutes(options.reports));
  app.route('/api/agents', presenceLogRoutes(options.presenceHistory));
  app.route('/api/team', teamRoutes(options.team));
  app.route('/api/team', teamTemplateRoutes(options.teamTemplates));
  app.route('/api', routingRoutes(options.routing));
  app.route('/api/agents', scheduleRoutes(options.schedules, agents));
  const { phoneVerification: verification } = options;
  app.route('/api/agents', phoneVerificationRoutes({ verification, limit: limitTests }));
  app.route('/api/agents', speechRoutes(options.speech));
  app.route('/api/agents', colleagueTemplateRoutes(options.speech));
  app.route('/api/agents', templateAudioRoutes({ audio: options.templateAudio, log: options.log }));
  app.route('/api/calls', callTemplateRoutes(options.speech));
  app.route('/api/campaigns', campaignRoutes(options.campaigns));
  app.route('/api', customerDeskRoutes(options.customerDesk));
}

function securityOf({ http, connectTo }: AppOptions): MiddlewareHandler {
  return consoleSecurity({ connectTo, secure: http.publicUrl.startsWith('https://') });
}
