import type { Hono } from 'hono';
import type { NewCalls } from '../calls/new-calls.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import type { Metrics } from '../health/metrics.ts';
import type { LegAllowance } from '../journal/leg-allowance.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import type { EventHub } from '../realtime/event-hub.ts';
import type { Telephony } from '../telephony/telephony.ts';
import type { CallFlow } from './call-flow.ts';
import type { Campaigns } from './campaigns.ts';
import type { CustomerCare } from './customer-care.ts';
import type { CustomerImports } from './customer-imports.ts';
import type { LineHealth } from './line-health.ts';
import type { Recordings } from './recordings.ts';
import type { Reporting } from './reporting.ts';
import type { Safeguards } from './safeguards.ts';
import type { SignIn } from './sign-in.ts';
import type { Stores } from './stores.ts';
import type { Team } from './team.ts';
import type { TestCalling } from './test-calls.ts';

export interface BackendOptions {
  readonly config: Config;
  readonly database: Database;
  readonly authSecret: string;
  /** The embedded simulator's routes; null when the carrier is elsewhere. */
  readonly simulator: Hono | null;
  /** The domains' time, and how many times faster than real time it runs. */
  readonly clock: Clock;
  readonly speed: number;
  readonly log: Log;
  /** The built console. */
  readonly consoleFolder: string;
}

/** What the API and the background are made from. */
export interface BackendParts
  extends BackendOptions,
    TestCalling,
    CustomerImports,
    Recordings,
    Reporting,
    Safeguards {
  readonly ids: Ids;
  readonly stores: Stores;
  readonly hub: EventHub;
  readonly team: Team;
  readonly care: CustomerCare;
  readonly flow: CallFlow;
  readonly newCalls: NewCalls;
  readonly campaigns: Campaigns;
  readonly telephony: Telephony;
  readonly allowance: LegAllowance;
  readonly lineHealth: LineHealth;
  readonly metrics: Metrics;
  readonly signIn: SignIn;
}
