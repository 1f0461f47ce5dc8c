import { describe, expect, it } from 'vitest';
import { type DesktopState, holdDesktopState, silentState } from '../../src-main/desktop-state.ts';
import { offer } from './support/desktop-fixtures.ts';

describe('holdDesktopState', () => {
  it('tells every listener the first state and each change', () => {
    const told: DesktopState[][] = [[], []];
    const state = holdDesktopState(
      silentState('ja'),
      told.map((list) => (next) => list.push(next)),
      () => undefined,
    );

    state.change({ offers: [offer('a')] });

    expect(told).toEqual([
      [silentState('ja'), state.current()],
      [silentState('ja'), state.current()],
    ]);
    expect(state.current()).toEqual({ ...silentState('ja'), offers: [offer('a')] });
  });

  it('goes on to the next listener when one fails, at the start and later', () => {
    const told: DesktopState[] = [];
    const failed: unknown[] = [];
    const broken = new Error('no tray');

    const state = holdDesktopState(
      silentState('ja'),
      [
        () => {
          throw broken;
        },
        (next) => told.push(next),
      ],
      (error) => failed.push(error),
    );
    state.change({ offers: [offer('a')] });

    expect(told).toEqual([silentState('ja'), state.current()]);
    expect(failed).toEqual([broken, broken]);
  });
});
