import { describe, expect, it } from 'vitest';
import { parseLaunchArguments } from '../../../src-main/settings/launch-arguments.ts';

describe('parseLaunchArguments', () => {
  it('starts with a window, and with the stored server, when nothing is said', () => {
    expect(parseLaunchArguments(['toritsugi'])).toEqual({ server: null, hidden: false });
  });

  it('takes a server for this run and a start in the tray', () => {
    const launch = parseLaunchArguments(['toritsugi', '--hidden', '--server=http://localhost:9000/']);

    expect(launch).toEqual({ server: 'http://localhost:9000', hidden: true });
  });

  it('passes over a server that cannot be used', () => {
    expect(parseLaunchArguments(['toritsugi', '--server=http://calls.example']).server).toBeNull();
  });
});
