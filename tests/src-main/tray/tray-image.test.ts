import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presenceSchema } from '../../../backend/contract/vocabulary.ts';
import { type DesktopState, silentState } from '../../../src-main/desktop-state.ts';
import { trayFolder, trayImage } from '../../../src-main/tray/tray-image.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

const states: DesktopState[] = [
  silentState('ja'),
  signedIn({ presence: { kind: 'disconnected', name: '佐藤花子', busyReason: null } }),
  ...presenceSchema.options.map((presence) =>
    signedIn({
      presence: { kind: 'signed-in', name: '佐藤花子', presence, busyReason: null, withinWorkingHours: true },
    }),
  ),
  ...Array.from({ length: 11 }, (_, more) => signedIn({ offers: waiting(more + 1) })),
];

function waiting(count: number) {
  return Array.from({ length: count }, () => offer('a'));
}

describe('trayImage', () => {
  it('shows the presence, and in its place how many customers wait', () => {
    expect(trayImage(signedIn())).toBe('available.png');
    expect(trayImage(signedIn({ offers: waiting(3) }))).toBe('waiting-3.png');
    expect(trayImage(signedIn({ offers: waiting(10) }))).toBe('waiting-many.png');
    expect(trayImage(silentState('ja'))).toBe('signed-out.png');
  });

  it('is grey outside working hours, when nobody is asked', () => {
    const presence = {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'available',
      busyReason: null,
      withinWorkingHours: false,
    } as const;

    expect(trayImage(signedIn({ presence }))).toBe('offline.png');
    expect(trayImage(signedIn({ presence: { ...presence, presence: 'on-call' } }))).toBe('on-call.png');
  });

  it('shows no number to an agent who is not to be disturbed', () => {
    const quiet = {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'busy',
      busyReason: 'do-not-disturb',
      withinWorkingHours: true,
    } as const;

    expect(trayImage(signedIn({ offers: waiting(3), presence: quiet }))).toBe('busy.png');
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    'has a picture on %s, in both sizes, for every state',
    (platform) => {
      const files = states.map((state) => `resources/tray/${trayFolder(platform)}/${trayImage(state)}`);

      const missing = files
        .flatMap((file) => ['', '@2x'].map((density) => file.replace('.png', `${density}.png`)))
        .filter((file) => !existsSync(file));

      expect(missing).toEqual([]);
    },
  );
});
