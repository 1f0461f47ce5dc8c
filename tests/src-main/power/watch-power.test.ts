import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { tellsOfLock, watchPower } from '../../../src-main/power/watch-power.ts';

function watched(lockCounts: boolean) {
  const powerMonitor = new EventEmitter();
  const told: unknown[] = [];
  const power = watchPower({
    powerMonitor,
    lockCounts: () => lockCounts,
    onAwayChanged: (away) => told.push(away.kind === 'away' ? away.reason : 'present'),
    onWoken: () => told.push('woken'),
  });
  return { powerMonitor, power, told };
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

  it('says on demand what it has told, to a page that was not there', () => {
    const { powerMonitor, power } = watched(true);
    const before = power.away();

    powerMonitor.emit('lock-screen');

    expect([before, power.away()]).toEqual([{ kind: 'present' }, { kind: 'away', reason: 'locked' }]);
  });

  it('hears nothing more once it is disposed of', () => {
    const { powerMonitor, power, told } = watched(true);

    power[Symbol.dispose]();
    powerMonitor.emit('suspend');

    expect(told).toEqual([]);
  });
});

describe('tellsOfLock', () => {
  it('is true where Electron is told of a locked screen', () => {
    expect((['win32', 'darwin', 'linux'] as const).map(tellsOfLock)).toEqual([true, true, false]);
  });
});
