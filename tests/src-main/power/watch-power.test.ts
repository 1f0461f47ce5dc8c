import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchPower } from '../../../src-main/power/watch-power.ts';

function watched(lockCounts: boolean) {
  const powerMonitor = new EventEmitter();
  const told: unknown[] = [];
  watchPower({
    powerMonitor,
    lockCounts: () => lockCounts,
    onAwayChanged: (away) => told.push(away.kind === 'away' ? away.reason : 'present'),
    onWoken: () => told.push('woken'),
  });
  return { powerMonitor, told };
}

describe('watchPower', () => {
  it('tells of a sleep and of waking, the return first', () => {
    const { powerMonitor, told } = watched(false);

    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');

    expect(told).toEqual(['asleep', 'present', 'woken']);
  });

  it('tells each absence once, though it has two causes', () => {
    const { powerMonitor, told } = watched(true);

    powerMonitor.emit('lock-screen');
    powerMonitor.emit('suspend');
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    powerMonitor.emit('unlock-screen');

    expect(told).toEqual(['locked', 'asleep', 'locked', 'woken', 'present']);
  });
});
