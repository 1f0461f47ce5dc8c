import { describe, expect, it } from 'vitest';
import { parseLaunchArguments } from '../../../src-main/settings/launch-arguments.ts';

describe('parseLaunchArguments', () => {
  it('starts with a window, and with the stored server, when nothing is said', () => {
    expect(parseLaunchArguments(['toritsugi'])).toEqual({
      server: null,
      updateFeed: null,
      hidden: false,
      atLogin: false,
      refused: [],
    });
  });

  it('takes a server for this run and a start in the tray', () => {
    const launch = parseLaunchArguments(['toritsugi', '--hidden', '--server=http://localhost:9000/']);

    expect(launch).toMatchObject({ server: 'http://localhost:9000', hidden: true });
  });

  it('takes an update feed with its path, encrypted or on this computer', () => {
    const feedOf = (address: string) =>
      parseLaunchArguments(['toritsugi', `--update-feed=${address}`]).updateFeed;

    expect(feedOf('https://updates.example/toritsugi')).toBe('https://updates.example/toritsugi');
    expect(feedOf('http://localhost:9000/feed')).toBe('http://localhost:9000/feed');
    expect(feedOf('http://updates.example/toritsugi')).toBeNull();
  });

  it('reads nothing that stands where links do', () => {
    const launch = parseLaunchArguments(['toritsugi', '--', '--server=https://evil.example', '--hidden']);

    expect(launch).toMatchObject({ server: null, hidden: false });
  });

  it('refuses, in words, what cannot be used', () => {
    const launch = parseLaunchArguments([
      'toritsugi',
      '--server=http://calls.example',
      '--update-feed=updates.example/toritsugi',
    ]);

    expect(launch).toMatchObject({ server: null, updateFeed: null });
    expect(launch.refused).toEqual([
      { argument: '--server', why: expect.stringContaining('https://') },
      { argument: '--update-feed', why: expect.stringContaining('a whole address') },
    ]);
  });
});
