import type { Browser, Page } from '@playwright/test';
import { z } from 'zod';

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      ph: z.string(),
      pid: z.number(),
      tid: z.number(),
      ts: z.number().default(0),
      dur: z.number().default(0),
      tdur: z.number().optional(),
      args: z.looseObject({ name: z.string().optional() }).optional(),
    }),
  ),
});
type TraceEvent = z.infer<typeof traceSchema>['traceEvents'][number];

/**
 * What keeps the page from answering: each task of its main thread, and the script in it, as long as the clock saw them and as long as the
 * processor worked on them; milliseconds. On a machine that is busy with other things, a task stands still in between.
 */
export interface PageTask {
  readonly ms: number;
  readonly workedMs: number;
  readonly scriptMs: number;
  readonly scriptWorkedMs: number;
}

/** What Chromium's own trace calls a script that it enters. */
const scripts = new Set([
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
]);

/** The tasks of the page's main thread while something goes on. */
export async function tasksDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly PageTask[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await work();
  const trace = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  return tasksIn(trace.traceEvents);
}

function tasksIn(events: readonly TraceEvent[]): readonly PageTask[] {
  const main = mainThreadOf(events);
  const mine = events.filter(({ ph, pid, tid }) => ph === 'X' && `${pid} ${tid}` === main);
  const outermost = mine.filter(({ name }) => name.endsWith('RunTask')).sort((a, b) => a.ts - b.ts);
  const entered = mine.filter(({ name }) => scripts.has(name)).sort((a, b) => a.ts - b.ts);
  let at = 0;
  return outermost.map((task) => {
    const end = task.ts + task.dur;
    const from = at;
    while ((entered[at]?.ts ?? end) < end) at += 1;
    const within = outermostOf(entered.slice(from, at));
    return {
      ...{ ms: task.dur / 1_000, workedMs: workedOn(task) / 1_000 },
      scriptMs: sum(within.map(({ dur }) => dur)) / 1_000,
      scriptWorkedMs: sum(within.map(workedOn)) / 1_000,
    };
  });
}

/** One within another counts once. */
function outermostOf(entered: readonly TraceEvent[]): readonly TraceEvent[] {
  let end = 0;
  return entered.filter(({ ts, dur }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

function workedOn({ dur, tdur }: TraceEvent): number {
  return tdur ?? dur;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

/** That of the renderer in which most script ran. */
function mainThreadOf(events: readonly TraceEvent[]): string {
  const ran = new Map<string, number>();
  for (const { name, pid, tid, dur } of events) {
    if (name !== 'FunctionCall') continue;
    const thread = `${pid} ${tid}`;
    ran.set(thread, (ran.get(thread) ?? 0) + dur);
  }
  const [busiest] = [...ran].sort(([, a], [, b]) => b - a);
  if (busiest === undefined) throw new Error('no script ran in the page');
  return busiest[0];
}
