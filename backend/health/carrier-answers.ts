import type { Clock } from '../kernel/clock.ts';
import type { Telephony } from '../telephony/telephony.ts';

export interface NotedAnswers {
  readonly telephony: Telephony;
  /** When the carrier answered last, whatever it was asked; null when it did not since the process started. */
  lastAnswerAt(): Date | null;
}

/** Remembers when the carrier answered, which tells a carrier that is gone from one whose webhooks do not reach us. */
export function noteAnswers(telephony: Telephony, clock: Clock): NotedAnswers {
  let lastAt: Date | null = null;

  async function noting<Answer>(
    asked: Promise<Answer>,
    isAnswer: (answer: Answer) => boolean,
  ): Promise<Answer> {
    const answer = await asked;
    if (isAnswer(answer)) lastAt = clock.now();
    return answer;
  }

  return {
    telephony: {
      ...telephony,
      execute: (command, repeated) =>
        noting(telephony.execute(command, repeated), ({ type }) => type !== 'unknown'),
      legNow: (legRef) => noting(telephony.legNow(legRef), ({ type }) => type !== 'unknown'),
      presentIn: (conferenceRef) => noting(telephony.presentIn(conferenceRef), (answer) => answer !== null),
      liveConferences: () => noting(telephony.liveConferences(), (answer) => answer !== null),
    },
    lastAnswerAt: () => lastAt,
  };
}
