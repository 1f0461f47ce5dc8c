import { agentIdSchema, campaignIdSchema } from '../../backend/contract/ids.ts';
import { type Report, type ReportFigures, reportSchema } from '../../backend/contract/reports.ts';
import { intentSchema, stageSchema } from '../../backend/contract/vocabulary.ts';
import { daysOf, periodBefore } from '../../backend/reports/report-days.ts';
import { bestFirst } from '../../backend/reports/report-figures.ts';
import { rateOf } from '../../backend/reports/wilson-interval.ts';

const agents = ['佐藤 美咲', '鈴木 健太', '高橋 葵', '田中 直人', '伊藤 さくら'];
const campaigns = ['秋の勤怠管理キャンペーン', '展示会のお礼', '製造業・関東'];

/** What a team of five may have come to in the days that are asked for; the same each time. */
export function playedReport({ period }: Pick<Report, 'period'>, size: 'usual' | 'few' = 'usual'): Report {
  const chance = chanceFrom(7);
  const times = size === 'few' ? 0.01 : 1;
  const days = daysOf(period).map((day) => {
    const free = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
    return { day, funnel: funnelOf(Math.round((free ? 0 : 140 + chance() * 90) * times)) };
  });
  const dialled = days.reduce((sum, { funnel }) => sum + funnel.dialled, 0);
  const figures = figuresOf(dialled, 0.087);
  const report: Report = {
    zone: 'Asia/Tokyo',
    period,
    previous: periodBefore(period),
    figures,
    previousFigures: figuresOf(Math.round(dialled * 0.88), 0.061),
    days,
    hours: hoursOf(dialled, chance),
    ...groupsOf(dialled),
    ...wordsOf(dialled, chance),
    uncounted: 0,
  };
  return reportSchema.parse(report);
}

function groupsOf(dialled: number): Pick<Report, 'agents' | 'campaigns' | 'templates'> {
  return {
    agents: agents.map((name, place) => ({
      agent: { id: agentIdSchema.parse(`agent_${place}`), name },
      figures: figuresOf(Math.ceil((dialled / 5) * (1 - place * 0.2)), 0.11 - place * 0.012),
    })),
    campaigns: [...campaigns, null].map((name, place) => ({
      campaign:
        name === null
          ? null
          : { id: campaignIdSchema.parse(`campaign_${String(place).padStart(20, '0')}`), name },
      figures: figuresOf(Math.ceil(dialled / 2 ** (place + 1)), 0.1 - place * 0.015),
    })),
    templates: agents
      .slice(0, 3)
      .flatMap((name, place) =>
        [2, 1, 0].map((version) => ({
          agent: { id: agentIdSchema.parse(`agent_${place}`), name },
          version,
          teamVersion: version === 0 ? 1 : 0,
          figures: figuresOf(
            Math.ceil(dialled / (6 + 9 * (2 - version))),
            0.1 - place * 0.01 - version * 0.01,
          ),
        })),
      )
      .toSorted(bestFirst),
  };
}

function wordsOf(
  dialled: number,
  chance: () => number,
): Pick<Report, 'intents' | 'refusals' | 'endings' | 'reasons'> {
  return {
    intents: intentSchema.options.slice(0, 14).flatMap((intent, row) =>
      stageSchema.options.map((stage) => ({
        stage,
        intent,
        turns: Math.floor((dialled * chance() * (14 - row)) / 60),
      })),
    ),
    refusals: (
      [
        'no-need',
        'already-served',
        'no-sales-calls',
        'not-decided-here',
        'no-budget',
        'never-again',
        'other',
      ] as const
    ).map((why, place) => ({ why, calls: Math.ceil(dialled / (14 + place * 11)) })),
    endings: [...stageSchema.options, null].map((stage, place) => ({
      stage,
      calls: Math.ceil(dialled / (5 + ((place * 7) % 13))),
    })),
    reasons: (
      [
        ['absent', 'no-answer'],
        ['absent', 'absent'],
        ['rejected', 'rejection'],
        ['success', 'talked'],
        ['follow_up', 'callback'],
        ['follow_up', 'message'],
        ['failed', 'hung-up-early'],
        ['rejected', 'do-not-call'],
        ['absent', 'voicemail'],
      ] as const
    ).map(([result, reason], place) => ({ result, reason, calls: Math.ceil(dialled / (4 + place * 5)) })),
  };
}

/** Without a single call. */
export function emptyReport({ period }: Pick<Report, 'period'>): Report {
  const none = figuresOf(0, 0);
  return {
    zone: 'Asia/Tokyo',
    period,
    previous: periodBefore(period),
    figures: none,
    previousFigures: none,
    days: daysOf(period).map((day) => ({ day, funnel: none.funnel })),
    hours: [],
    agents: [],
    campaigns: [],
    templates: [],
    intents: [],
    refusals: [],
    endings: [],
    reasons: [],
    uncounted: 0,
  };
}

function funnelOf(dialled: number, success = 0.087): ReportFigures['funnel'] {
  const answered = Math.round(dialled * 0.64);
  const pastReception = Math.round(answered * 0.38);
  const handedOver = Math.round(pastReception * 0.71);
  return {
    dialled,
    answered,
    pastReception,
    handedOver,
    succeeded: Math.min(handedOver, Math.round(answered * success * 0.9)),
  };
}

function figuresOf(dialled: number, success: number): ReportFigures {
  const funnel = funnelOf(dialled, success);
  const { answered, pastReception, handedOver } = funnel;
  const successes = Math.round(answered * success);
  const absent = Math.round(dialled * 0.46);
  const rejected = Math.round(dialled * 0.19);
  const followUp = Math.round(dialled * 0.21);
  const failed = Math.max(0, dialled - successes - absent - rejected - followUp);
  return {
    funnel,
    results: { success: successes, absent, rejected, follow_up: followUp, failed },
    answerRate: rateOf(answered, dialled),
    receptionRate: rateOf(pastReception, answered),
    successRate: rateOf(successes, answered),
    handoffRate: rateOf(handedOver, Math.round(pastReception * 0.83)),
    promptRate: rateOf(Math.round(handedOver * 0.78), handedOver),
    meanWaitSeconds: dialled === 0 ? null : 11.4 + success * 20,
    meanDurationSeconds: dialled === 0 ? null : 96.2 + success * 100,
  };
}

function hoursOf(dialled: number, chance: () => number): Report['hours'] {
  return [1, 2, 3, 4, 5].flatMap((weekday) =>
    [9, 10, 11, 13, 14, 15, 16, 17].map((hour) => {
      const calls = Math.ceil((dialled / 40) * (0.5 + chance()));
      const answered = Math.round(calls * (0.45 + 0.35 * chance()));
      return {
        weekday,
        hour,
        funnel: { ...funnelOf(calls), answered },
        answerRate: rateOf(answered, calls),
        successRate: rateOf(Math.round(answered * 0.18 * chance()), answered),
      };
    }),
  );
}

/** Numbers between 0 and 1 that look like chance and are not. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}
