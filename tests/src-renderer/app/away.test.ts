import { describe, expect, it } from 'vitest';
import { statusOnLeaving, statusOnReturn } from '../../../src-renderer/app/away.ts';
import { sampleProfile } from '../support/samples.ts';

const { status } = sampleProfile();
const asleep = { kind: 'away', reason: 'asleep' } as const;
const present = { kind: 'present' } as const;

describe('statusOnLeaving', () => {
  it.each(['available', 'on-call', 'wrap-up'] as const)('calls away an agent who was %s', (presence) => {
    expect(statusOnLeaving(asleep, { ...status, presence })).toEqual({ presence: 'busy', reason: 'asleep' });
  });

  it.each(['busy', 'offline'] as const)('leaves an agent alone who had chosen to be %s', (presence) => {
    expect(statusOnLeaving(asleep, { ...status, presence })).toBeNull();
  });
});

describe('statusOnReturn', () => {
  it('makes available again whom a computer had called away', () => {
    expect(statusOnReturn(present, 'asleep')).toEqual({ presence: 'available' });
    expect(statusOnReturn(present, 'locked')).toEqual({ presence: 'available' });
  });

  it('leaves a break a break, and somebody who is away still away', () => {
    expect(statusOnReturn(present, 'break')).toBeNull();
    expect(statusOnReturn(present, null)).toBeNull();
    expect(statusOnReturn(asleep, 'asleep')).toBeNull();
  });
});
