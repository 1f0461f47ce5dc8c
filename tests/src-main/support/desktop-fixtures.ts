import { type Offer, offerSchema } from '../../../backend/contract/handoffs.ts';
import { type DesktopState, silentState } from '../../../src-main/desktop-state.ts';
import type { Settings, SettingsFile } from '../../../src-main/settings/settings.ts';
import { settingsSchema } from '../../../src-main/settings/settings.ts';

/** An open offer; `letter` makes its ids. */
export function offer(letter: string, change: Partial<Offer> = {}): Offer {
  const parsed = offerSchema.parse({
    id: `offer_${letter.repeat(20)}`,
    handoffId: `handoff_${letter.repeat(20)}`,
    callId: `call_${letter.repeat(20)}`,
    agentId: 'agent-1',
    urgency: 'prepare',
    reason: 'put-on-hold',
    offeredAt: '2026-11-22T01:00:00.000Z',
    deadline: '2026-11-22T01:00:15.000Z',
    brief: {
      company: 'ミナト工業',
      person: '山田太郎',
      department: null,
      lastTurns: [{ speaker: 'customer', text: '少々お待ちください' }],
    },
  });
  return { ...parsed, ...change };
}

export function signedIn(change: Partial<DesktopState> = {}): DesktopState {
  return {
    ...silentState('ja'),
    presence: {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'available',
      busyReason: null,
      withinWorkingHours: true,
    },
    ...change,
  };
}

/** Settings that last as long as the test. */
export function settingsInMemory(stored: unknown = {}): SettingsFile {
  let settings: Settings = settingsSchema.parse(stored);
  return {
    read: () => settings,
    change: (changed) => {
      settings = { ...settings, ...changed };
    },
  };
}
