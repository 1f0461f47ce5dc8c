import { describe, expect, it } from 'vitest';
import { readableLine } from '../../../backend/kernel/readable-log.ts';

function read(entry: object): string {
  return readableLine(JSON.stringify({ level: 40, time: '2026-11-24T01:02:03.000Z', ...entry }));
}

describe('readableLine', () => {
  it('says what happened in one line, with the details after it', () => {
    expect(read({ msg: 'a frame that is not ours', route: '/api/realtime', attempt: 2 })).toMatch(
      /^\d\d:02:03 warn {2}a frame that is not ours \(route=\/api\/realtime, attempt=2\)\n$/,
    );
  });

  it('says why, where an error was the reason', () => {
    const error = { type: 'Error', message: 'no such table', stack: 'Error: no such table\n  at …' };

    expect(read({ level: 50, msg: 'a request broke', error })).toMatch(
      / error a request broke: no such table\n$/,
    );
  });
});
