import { describe, expect, it } from 'vitest';
import { absenceToTell } from '../../../src-renderer/app/away.ts';

const asleep = { kind: 'away', reason: 'asleep' } as const;
const present = { kind: 'present' } as const;

describe('absenceToTell', () => {
  it('tells once that nobody sits at the computer, whatever the agent has chosen', () => {
    expect(absenceToTell({ away: asleep, told: null, busyReason: null })).toEqual({ absence: 'asleep' });
    expect(absenceToTell({ away: asleep, told: present, busyReason: 'break' })).toEqual({
      absence: 'asleep',
    });
    expect(absenceToTell({ away: asleep, told: asleep, busyReason: 'asleep' })).toBeNull();
  });

  it('tells that the agent is back also where a call or a break hides the absence', () => {
    expect(absenceToTell({ away: present, told: asleep, busyReason: null })).toEqual({ absence: null });
    expect(absenceToTell({ away: present, told: asleep, busyReason: 'break' })).toEqual({ absence: null });
  });

  it.each(['asleep', 'locked'] as const)(
    'corrects a server that thinks of an agent who is there as %s',
    (reason) => {
      expect(absenceToTell({ away: present, told: null, busyReason: reason })).toEqual({ absence: null });
      expect(absenceToTell({ away: present, told: present, busyReason: reason })).toEqual({ absence: null });
    },
  );

  it('says nothing of an agent who is there, and was', () => {
    expect(absenceToTell({ away: present, told: null, busyReason: null })).toBeNull();
    expect(absenceToTell({ away: present, told: present, busyReason: 'break' })).toBeNull();
  });
});
