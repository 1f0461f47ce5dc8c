import type { CallSession, HistoryPage } from '../../backend/contract/calls.ts';
import { agentIdSchema, callIdSchema } from '../../backend/contract/ids.ts';
import type { CallResult, ResultReason } from '../../backend/contract/vocabulary.ts';
import { demoCustomers } from '../../backend/db/seed/demo-customers.ts';

export const playedPhrase = 'お電話';

const outcomes = [
  ['absent', 'no-answer'],
  ['follow_up', 'callback'],
  ['rejected', 'rejection'],
  ['success', 'talked'],
  ['absent', 'absent'],
  ['failed', 'hung-up-early'],
] as const satisfies readonly (readonly [CallResult, ResultReason])[];
const agents = ['佐藤 美咲', '鈴木 健太', '高橋 葵'];
const minuteMs = 60_000;

/** Two hundred calls such as a team has in a week, made of one that there is. */
export function playedHistory(model: CallSession): HistoryPage {
  const calls = Array.from({ length: 200 }, (_, place) => callAt(model, place));
  return { calls, next: null, total: 18_400, totalIs: 'about', found: [] };
}

/** The same; in each of them somebody said the phrase. */
export function playedFindings(model: CallSession): HistoryPage {
  const history = playedHistory(model);
  const found = history.calls.flatMap(({ id }, row) =>
    playedSayings.slice(0, 1 + (row % 3)).map((text, place) => ({
      callId: id,
      number: place + 1,
      speaker: place % 2 === 0 ? ('customer' as const) : ('ai' as const),
      text,
      from: text.indexOf(playedPhrase),
      to: text.indexOf(playedPhrase) + playedPhrase.length,
    })),
  );
  return { ...history, found };
}

export const playedSayings: readonly string[] = [
  `恐れ入りますが、担当の者に代わりますので、このまま${playedPhrase}を切らずにお待ちいただけますでしょうか。`,
  `本日は勤怠管理の件で${playedPhrase}いたしました。`,
  `${playedPhrase}ありがとうございます。`,
];

function callAt(model: CallSession, place: number): CallSession {
  const [result, resultReason] = outcomes[(place * 5) % outcomes.length] ?? outcomes[0];
  const startedAt = new Date(Date.parse(model.startedAt) - place * 17 * minuteMs).toISOString();
  const answered = resultReason !== 'no-answer';
  const company = demoCustomers[(place * 7) % demoCustomers.length]?.company ?? '';
  const name = agents[place % agents.length] ?? '';
  return {
    ...model,
    id: callIdSchema.parse(`call_${String(place).padStart(20, '0')}`),
    status: 'completed',
    startedAt,
    answeredAt: answered ? startedAt : null,
    endedAt: startedAt,
    durationSeconds: answered ? 20 + ((place * 37) % 260) : 0,
    result,
    resultReason,
    resultConfirmed: true,
    owner: { id: agentIdSchema.parse(`agent_${place % agents.length}`), name },
    customer: { ...model.customer, company },
  };
}
