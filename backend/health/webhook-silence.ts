/** What is known of the carrier's two ways to tell us something. */
interface WebhookSituation {
  readonly now: Date;
  /** When we began to listen. */
  readonly startedAt: Date;
  /** When something signed came last; null: not within a day. */
  readonly lastWebhookAt: Date | null;
  /** When the carrier last answered what we asked; null: not since the start. */
  readonly lastAnswerAt: Date | null;
  /** Whether a call has been on for so long that the carrier must have told something of it. */
  readonly isCallQuiet: boolean;
}

/** `unknown`: nothing says that they come, nor that they do not. */
export type Verdict = 'danger' | 'safe' | 'unknown';

/** Whether the carrier's webhooks do not reach us, although it answers and has something to tell. */
export function webhookVerdict(situation: WebhookSituation, patienceMs: number): Verdict {
  const { now, startedAt, lastWebhookAt, lastAnswerAt, isCallQuiet } = situation;
  const isLately = (time: Date | null) => time !== null && now.getTime() - time.getTime() < patienceMs;
  if (isLately(lastWebhookAt)) return 'safe';
  if (isLately(startedAt) || !isCallQuiet || !isLately(lastAnswerAt)) return 'unknown';
  return 'danger';
}
