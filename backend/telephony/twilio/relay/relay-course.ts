import type { Heard } from '../../carrier-events.ts';
import type { After } from './alarm.ts';
import {
  patienceMs,
  type RelayEffect,
  type RelayEvent,
  type RelayState,
  type SentEffect,
  transitionRelay,
} from './relay-machine.ts';
import type { RelayReports } from './relay-reports.ts';

interface RelayCourseOptions {
  readonly reports: RelayReports;
  readonly send: (effect: SentEffect) => void;
  readonly after: After;
  /** Takes a task when those before it are done. */
  readonly enqueue: (task: () => Promise<void>) => void;
}

/** Where a session stands, and what it does there. */
export interface RelayCourse {
  isOpened(): boolean;
  /** Done once what was heard, where something was, has been answered. */
  move(event: RelayEvent): Promise<void>;
  breakOff(): void;
}

export function createRelayCourse({ reports, send, after, enqueue }: RelayCourseOptions): RelayCourse {
  let state: RelayState = { type: 'unopened' };
  let cancelAlarm = (): void => {};

  async function move(event: RelayEvent): Promise<void> {
    const [next, effects] = transitionRelay(state, event);
    if (next === state) return;
    state = next;
    setAlarm();
    for (const effect of effects) {
      if (effect.type === 'hear') await hear(effect.heard);
      else perform(effect);
    }
  }

  function perform(effect: Exclude<RelayEffect, { readonly type: 'hear' }>): void {
    if (effect.type === 'tell-guess') reports.guessed(effect.round, effect.words);
    else if (effect.type === 'cut-words') reports.interrupted(effect);
    else send(effect);
  }

  async function hear(heard: Heard): Promise<void> {
    if (state.type !== 'listening') return;
    const { round } = state;
    cancelAlarm();
    const considered = await reports.considered(round, heard);
    if (state.type !== 'listening' || state.round !== round) return;
    const instruction = reports.heard(round, considered);
    if (instruction === null) breakOff();
    else await move({ type: 'instructed', instruction });
  }

  function setAlarm(): void {
    cancelAlarm();
    const since = state;
    const patience = patienceMs(since);
    if (patience === null) return;
    cancelAlarm = after(patience, () =>
      enqueue(async () => {
        if (state === since) await move({ type: 'timed-out' });
      }),
    );
  }

  function breakOff(): void {
    [state] = transitionRelay(state, { type: 'broken' });
    cancelAlarm();
  }

  return { isOpened: () => state.type !== 'unopened', move, breakOff };
}
