import { describe, expect, it } from 'vitest';
import type { CallSession } from '../../../../backend/contract/calls.ts';
import { agentIdSchema } from '../../../../backend/contract/ids.ts';
import {
  everything,
  type WallFilter,
  wantedCalls,
} from '../../../../src-renderer/features/wall/wall-filter.ts';
import { idOf, sampleCall, sampleTurn } from '../../support/samples.ts';

const kenta = agentIdSchema.parse('kenta');
const kentasLeg = {
  legId: idOf('leg', 1),
  kind: 'agent',
  agent: { id: 'kenta', name: '鈴木' },
  via: 'softphone',
  state: 'in-conference',
  mutedByUs: false,
  onHold: false,
  joinedAt: null,
  leftAt: null,
};
const calls = [
  sampleCall(1, { lastTurn: sampleTurn(1, { text: '少々お待ちください' }) }),
  sampleCall(2, { status: 'ringing', owner: null }),
  sampleCall(3, { status: 'human-connected', owner: null, participants: [kentasLeg] }),
  sampleCall(4, { status: 'transferring' }),
  sampleCall(5, { status: 'completed', endedAt: '2026-11-20T01:01:30.000Z' }),
];

function wanted(filter: Partial<WallFilter>, saying: readonly CallSession[] = []): readonly string[] {
  const ids = new Set(saying.map(({ id }) => id));
  return wantedCalls(calls, { ...everything, ...filter }, ids).map(({ customer }) => customer.company);
}

describe('wantedCalls', () => {
  it('has who waits for a human first, then the oldest, and none that is over', () => {
    expect(wanted({})).toEqual(['第4工業', '第1工業', '第2工業', '第3工業']);
  });

  it.each([
    [{ status: 'dialling' as const }, ['第2工業']],
    [{ agent: kenta }, ['第3工業']],
    [{ agent: 'none' as const }, ['第2工業']],
    [{ search: 'だい' }, []],
    [{ search: '第１' }, ['第1工業']],
    [{ search: '少々お待ち' }, ['第1工業']],
    [{ search: '03-1234', status: 'transferring' as const }, ['第4工業']],
    [{ search: '０３１２３４５６７８', status: 'dialling' as const }, ['第2工業']],
    [{ search: '鈴木' }, ['第3工業']],
    [{ search: '+8131234', status: 'transferring' as const }, ['第4工業']],
  ])('finds by %o', (filter, companies) => {
    expect(wanted(filter)).toEqual(companies);
  });

  it('finds calls in which the words were said earlier, among those that are wanted', () => {
    const earlier = calls.slice(1, 4);

    expect(wanted({ search: '在庫' }, earlier)).toEqual(['第4工業', '第2工業', '第3工業']);
    expect(wanted({ search: '在庫', status: 'dialling' }, earlier)).toEqual(['第2工業']);
  });
});
