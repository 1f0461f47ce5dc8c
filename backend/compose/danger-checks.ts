import { isFree } from '../handoff/routing/candidate.ts';
import type { DangerCheck } from '../health/danger-watch.ts';
import { createDangersStore } from '../health/dangers-store.ts';
import { createTelephonyHealthStore } from '../health/telephony-health-store.ts';
import { webhookVerdict } from '../health/webhook-silence.ts';
import type { BackendParts } from './backend-parts.ts';
import type { LineHealth } from './line-health.ts';

interface CheckedParts extends Pick<BackendParts, 'config' | 'database' | 'clock' | 'team'> {
  readonly lineHealth: Pick<LineHealth, 'lastAnswerAt'>;
}

/** Longer than the carrier lets a telephone ring, or waits in a `<Gather>`. Over a ConversationRelay a customer who is silent sends nothing. */
const webhookPatienceMs = { gather: 90_000, relay: 10 * 60_000 } as const;
/** Whoever is free is asked sooner. */
const waitingMs = 20_000;
/** Recordings are there a few minutes after the call. */
const recordingMs = 60 * 60_000;

/** What is looked for again and again, because nothing tells of it when it happens. */
export function dangerChecks(parts: CheckedParts): readonly DangerCheck[] {
  const { database, clock, team } = parts;
  const dangers = createDangersStore(database);
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);
  return [
    { danger: 'webhooks-missing', verdict: webhooksVerdict(parts) },
    {
      danger: 'no-agent-for-waiting',
      verdict: () =>
        dangers.isWaitedSince(ago(waitingMs)) && !team.presence.team().some(isFree) ? 'danger' : 'safe',
    },
    {
      danger: 'recordings-stuck',
      verdict: () => (dangers.recordingsSoughtSince(ago(recordingMs)) > 0 ? 'danger' : 'safe'),
    },
  ];
}

function webhooksVerdict({ config, database, clock, lineHealth }: CheckedParts): DangerCheck['verdict'] {
  const dangers = createDangersStore(database);
  const health = createTelephonyHealthStore(database);
  const patienceMs = webhookPatienceMs[config.calls.speechTransport];
  const startedAt = clock.now();
  return () => {
    const now = clock.now();
    const times = [...health.lastWebhooks().values()].map((time) => time.getTime());
    const situation = {
      now,
      startedAt,
      lastWebhookAt: times.length === 0 ? null : new Date(Math.max(...times)),
      lastAnswerAt: lineHealth.lastAnswerAt(),
      isCallQuiet: dangers.isCallOnSince(new Date(now.getTime() - patienceMs)),
    };
    return webhookVerdict(situation, patienceMs);
  };
}
