import { describe, expect, it } from 'vitest';
import { silentState } from '../../../src-main/desktop-state.ts';
import { type TrayItem, trayMenu, trayTooltip } from '../../../src-main/tray/tray-menu.ts';
import { offer, signedIn } from '../support/desktop-fixtures.ts';

/** The menu as a person reads it: (x) chosen, - not to be had. */
function read(items: readonly TrayItem[]): string[] {
  return items.map((item) => {
    if (item.kind === 'line') return '----';
    if (item.kind === 'heading') return `[${item.label}]`;
    const chosen = item.kind === 'choice' && item.chosen ? '(x) ' : '';
    return `${item.enabled ? '' : '- '}${chosen}${item.label}`;
  });
}

function labelled(items: readonly TrayItem[], label: string): TrayItem | undefined {
  return items.find((item) => item.kind !== 'line' && item.label === label);
}

describe('trayMenu', () => {
  it('offers opening and quitting, and nothing else that works, before anybody has signed in', () => {
    expect(read(trayMenu(silentState('ja')))).toEqual([
      '[サインインしていません]',
      '----',
      '- 受付可',
      '- 休憩',
      '- 会議',
      '- 事務作業',
      '- 応答不可',
      '- 受付を止める',
      '----',
      '取次を開く',
      '- ミュート',
      '----',
      '- サインアウト',
      '取次を終了',
    ]);
  });

  it('says who is signed in, how reachable, and what waits', () => {
    const menu = read(trayMenu(signedIn({ offers: [offer('a'), offer('b')] })));

    expect(menu.slice(0, 4)).toEqual(['[佐藤花子 · 受付可]', '[取り次ぎ待ち 2件]', '----', '(x) 受付可']);
  });

  it('ticks the reason, not busy as such', () => {
    const presence = {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'busy',
      busyReason: 'meeting',
      withinWorkingHours: true,
    } as const;

    const menu = read(trayMenu(signedIn({ presence })));

    expect(menu[0]).toBe('[佐藤花子 · 会議]');
    expect(menu.filter((item) => item.startsWith('(x)'))).toEqual(['(x) 会議']);
  });

  it('says that an available agent is off hours, and ticks what they chose all the same', () => {
    const presence = {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'available',
      busyReason: null,
      withinWorkingHours: false,
    } as const;

    const menu = read(trayMenu(signedIn({ presence })));

    expect(menu[0]).toBe('[佐藤花子 · 勤務時間外]');
    expect(menu).toContain('(x) 受付可');
    expect(trayTooltip(signedIn({ presence }))).toBe('取次 · 勤務時間外');
  });

  it('ticks nothing where the server decides: on a call', () => {
    const presence = {
      kind: 'signed-in',
      name: '佐藤花子',
      presence: 'on-call',
      busyReason: null,
      withinWorkingHours: true,
    } as const;

    const menu = read(trayMenu(signedIn({ presence, softphone: { kind: 'on-call', muted: false } })));

    expect(menu.filter((item) => item.startsWith('(x)'))).toEqual([]);
    expect(menu).toContain('ミュート');
  });

  it('ticks mute while muted', () => {
    const menu = read(trayMenu(signedIn({ softphone: { kind: 'on-call', muted: true } })));

    expect(menu).toContain('(x) ミュート');
  });

  it('does not let a presence be chosen while the server cannot be asked', () => {
    const menu = read(
      trayMenu(signedIn({ presence: { kind: 'disconnected', name: '佐藤花子', busyReason: null } })),
    );

    expect(menu[0]).toBe('[佐藤花子 · サーバーにつながっていません]');
    expect(menu).toContain('- 受付可');
    expect(menu).toContain('サインアウト');
  });

  it('orders what its label says', () => {
    const menu = trayMenu(signedIn({ language: 'en' }));

    expect(labelled(menu, 'Break')).toMatchObject({
      command: { kind: 'choose-presence', status: { presence: 'busy', reason: 'break' } },
    });
    expect(labelled(menu, 'Stop taking calls')).toMatchObject({
      command: { kind: 'choose-presence', status: { presence: 'offline' } },
    });
    expect(labelled(menu, 'Quit Toritsugi')).toMatchObject({ command: { kind: 'quit' } });
  });
});

describe('trayTooltip', () => {
  it('says in words what the picture shows in colour', () => {
    expect(trayTooltip(signedIn({ offers: [offer('a')] }))).toBe('取次 · 受付可 · 取り次ぎ待ち 1件');
    expect(trayTooltip(signedIn({ language: 'en', offers: [offer('a')] }))).toBe(
      'Toritsugi · Available · 1 call waiting for you',
    );
  });
});
