import { createAgentStore } from '../agents/agent-store.ts';
import { createPhoneVerificationStore } from '../agents/phone-verification-store.ts';
import { createPresenceLogStore } from '../agents/presence-log-store.ts';
import { createPresenceStore } from '../agents/presence-store.ts';
import { createTeamSettingsStore } from '../agents/team-settings-store.ts';
import { createAlertStore } from '../calls/alert-store.ts';
import { createCallHistoryStore } from '../calls/call-history-store.ts';
import { createCallStore } from '../calls/call-store.ts';
import { createInvolvementStore } from '../calls/involvement-store.ts';
import { createLegStore } from '../calls/leg-store.ts';
import { createRecordingStore } from '../calls/recording-store.ts';
import { createTranscriptStore } from '../calls/transcript-store.ts';
import { createCampaignFiguresStore } from '../campaigns/campaign-figures-store.ts';
import { createCampaignMemberStore } from '../campaigns/campaign-member-store.ts';
import { createCampaignStore } from '../campaigns/campaign-store.ts';
import type { Config } from '../config/config.ts';
import type { RoutingSettings } from '../contract/routing.ts';
import { createConversationStore } from '../conversation/conversation-store.ts';
import { createModelUseStore } from '../conversation/model-use-store.ts';
import { createPronunciationStore } from '../conversation/pronunciation-store.ts';
import { createTemplateAudioStore } from '../conversation/template-audio-store.ts';
import { createTeamTemplateStore, createTemplateStore } from '../conversation/template-store.ts';
import type { Database } from '../db/database.ts';
import { createHandoffStore } from '../handoff/handoff-store.ts';
import { offeredCalls } from '../handoff/offered-calls-store.ts';
import { createRoutingDecisionStore } from '../handoff/routing/routing-decision-store.ts';
import { createEventLogStore } from '../journal/event-log-store.ts';
import { createOutboxStore } from '../journal/outbox-store.ts';
import { createTimerStore } from '../journal/timer-store.ts';
import type { Clock } from '../kernel/clock.ts';

export type Stores = ReturnType<typeof createStores>;

/** Everything that is stored of calls and of those who take them, in one database. */
export function createStores(
  database: Database,
  clock: Clock,
  config: Pick<Config, 'defaultTimeZone' | 'handoff'>,
) {
  const involvement = createInvolvementStore(database, offeredCalls);
  const teamSettings = createTeamSettingsStore(database, initialRouting(config));
  const teamDefaults = () => teamSettings.defaults().settings;
  return {
    agents: createAgentStore(database, config.defaultTimeZone, teamDefaults),
    presence: createPresenceStore(database),
    presenceLog: createPresenceLogStore(database),
    teamSettings,
    phoneVerifications: createPhoneVerificationStore(database),
    calls: createCallStore(database),
    openAlerts: createAlertStore(database),
    legs: createLegStore(database),
    involvement,
    callHistory: createCallHistoryStore(database, involvement),
    transcript: createTranscriptStore(database),
    recordings: createRecordingStore(database),
    conversations: createConversationStore(database, clock),
    modelUses: createModelUseStore(database),
    templates: createTemplateStore(database),
    teamTemplates: createTeamTemplateStore(database),
    templateAudio: createTemplateAudioStore(database),
    pronunciations: createPronunciationStore(database),
    handoffs: createHandoffStore(database),
    campaigns: createCampaignStore(database),
    campaignMembers: createCampaignMemberStore(database),
    campaignFigures: createCampaignFiguresStore(database),
    routingDecisions: createRoutingDecisionStore(database),
    events: createEventLogStore(database, clock),
    timers: createTimerStore(database),
    outbox: createOutboxStore(database, clock),
  };
}

/** Until an admin sets it. */
function initialRouting({ handoff }: Pick<Config, 'handoff'>): RoutingSettings {
  const { offerSeconds, handoffSeconds, wrapUpSeconds } = handoff;
  return {
    strategy: 'priority',
    skills: [],
    telephones: 'ranked',
    ringAll: true,
    escalateToAdmins: true,
    awayAfterMissed: 3,
    offerSeconds,
    handoffSeconds,
    wrapUpSeconds,
  };
}
