import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/database.ts';
import { engagedIn } from '../handoff/engaged-in.ts';
import type { LegAllowance } from '../journal/leg-allowance.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { createTestRecordings, type TestRecordings } from '../recordings/test-recordings.ts';
import { createTestCalls, type TestCalls } from '../telephony/test-call-service.ts';
import { createTwilioTestLine } from '../telephony/twilio/twilio-test-line.ts';
import { carrierAccess } from './carrier-adapter.ts';
import type { Stores } from './stores.ts';
import type { Team } from './team.ts';

interface TestCallingOptions {
  readonly config: Config;
  readonly stores: Stores;
  readonly team: Team;
  readonly allowance: LegAllowance;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}

export interface TestCalling {
  readonly testCalls: TestCalls;
  readonly testRecordings: TestRecordings;
}

/** More than the carrier lets one last. */
const patienceMs = 90_000;

/** Agents' calls to themselves. */
export function createTestCalling(options: TestCallingOptions): TestCalling {
  const { config, stores, team, allowance, log } = options;
  const { account, restBaseUrl } = carrierAccess(config);
  const testLine = createTwilioTestLine({ account, publicUrl: config.http.publicUrl, restBaseUrl });
  const testCalls = createTestCalls({
    line: testLine,
    turn: allowance.turn,
    engagedIn: (agentId) => engagedIn(stores, agentId),
    reachableClient: team.connections.reachableClient,
    onChange: team.presence.refresh,
    createId: randomUUID,
    log,
    patienceMs,
  });
  const testRecordings = createTestRecordings({ ...options, line: testLine, timers: stores.timers });
  return { testCalls, testRecordings };
}
