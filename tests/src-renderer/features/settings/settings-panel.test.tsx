import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Role } from '../../../../backend/contract/vocabulary.ts';
import { SettingsPanel } from '../../../../src-renderer/features/settings/settings-panel.tsx';
import type { Desktop } from '../../../../src-renderer/platform/desktop.ts';
import { modifierName } from '../../../../src-renderer/platform/keyboard.ts';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile } from '../../support/samples.ts';
import { createTestDesktop } from '../../support/test-desktop.ts';

interface PanelOptions {
  readonly section?: string;
  readonly desktop?: Desktop | null;
  readonly role?: Role;
}

async function renderPanel({ section, desktop = null, role = 'agent' }: PanelOptions = {}) {
  const chooseMicrophone = vi.fn();
  const rendered = await renderConsole(
    <SettingsPanel
      section={section}
      profile={{ ...sampleProfile(), role }}
      microphone={{
        microphones: [{ deviceId: 'desk', label: '卓上マイク' }],
        chosenMicrophone: null,
        chooseMicrophone,
        watchLevels: () => () => undefined,
      }}
      onShowKeys={() => undefined}
    />,
    { desktop },
  );
  return { ...rendered, chooseMicrophone };
}

async function desktopWith(changes: Partial<Desktop['bridge']>): Promise<Desktop> {
  const { desktop } = await createTestDesktop('token');
  return { ...desktop, bridge: { ...desktop.bridge, ...changes } };
}

describe('SettingsPanel', () => {
  it('begins with the account, and leads to every section there is in a browser', async () => {
    const { screen } = await renderPanel();

    await expect.element(screen.getByRole('heading', { name: 'プロフィール' })).toBeVisible();
    const sections = screen.getByRole('navigation').getByRole('link').elements();
    expect(sections.map((link) => link.textContent)).toEqual([
      'アカウント',
      'サインイン',
      '会話の設定',
      'AIの言葉',
      '勤務時間',
      '音声と着信音',
      '通知',
      '操作',
      '表示',
    ]);
  });

  it.each(['team', 'users'])(
    'says that %s is not available to an agent who opens its address',
    async (section) => {
      const { screen, server } = await renderPanel({ section });

      await expect.element(screen.getByText('この設定は、ここでは使えません')).toBeVisible();
      await expect.element(screen.getByRole('heading', { name: 'プロフィール' })).not.toBeInTheDocument();
      expect(server.requests).toEqual([]);
    },
  );

  it('keeps the chosen section in sight when the window becomes a strip', async () => {
    const { screen } = await renderPanel({ section: 'telephony', role: 'admin' });
    const chosen = screen.getByRole('navigation').getByRole('link', { name: '電話回線' });
    await expect.element(chosen).toBeVisible();

    await page.viewport(420, 720);

    await expect.poll(() => chosen.element().getBoundingClientRect().right).toBeLessThan(420);
    await page.viewport(1280, 800);
  });

  it('brings the chosen section into sight where there is no room for all', async () => {
    await page.viewport(420, 720);

    const { screen } = await renderPanel({ section: 'telephony', role: 'admin' });

    await expect.element(screen.getByRole('link', { name: '電話回線' })).toBeInViewport({ ratio: 1 });
    await page.viewport(1280, 800);
  });

  it('has the sections of the desktop app there only', async () => {
    const { desktop } = await createTestDesktop('token');

    const { screen } = await renderPanel({ desktop });

    await expect.element(screen.getByRole('link', { name: 'アプリ' })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: 'サーバー' })).toBeVisible();
  });

  it('has the sections of admins for admins only', async () => {
    const { screen } = await renderPanel({ role: 'admin' });

    await expect.element(screen.getByRole('link', { name: '社員', exact: true })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: '電話回線' })).toBeVisible();
  });

  it('chooses the microphone, and lets hear how it rings', async () => {
    const { screen, platform, chooseMicrophone } = await renderPanel({ section: 'sound' });

    await screen.getByRole('combobox', { name: 'マイク' }).selectOptions('卓上マイク');
    await screen.getByRole('button', { name: '聞く' }).click();

    expect(chooseMicrophone).toHaveBeenCalledWith('desk');
    expect(platform.sounds.played).toEqual(['ring']);
  });

  it('keeps a device that is not connected now', async () => {
    const { screen, platform } = await renderPanel({ section: 'sound' });

    platform.preferences.setState({ ringDevice: 'unplugged' });

    await expect
      .element(screen.getByRole('combobox', { name: '着信音を鳴らす機器' }))
      .toHaveDisplayValue('接続されていない機器');
  });

  it('gives back what was said into the microphone', async () => {
    const { screen } = await renderPanel({ section: 'sound' });

    await screen.getByRole('button', { name: '試しに話す' }).click();

    await expect.element(screen.getByText('お話しください。').first()).toBeVisible();
    await expect
      .element(screen.getByText('録った声を流しています。').first(), { timeout: 10_000 })
      .toBeVisible();
  });

  it('keeps on the server how offers are told of', async () => {
    const { screen, server } = await renderPanel({ section: 'notifications' });
    const everyWay = { alertWindow: true, systemNotifications: true, flash: true, browser: true };
    server.answer({
      'PUT /api/agents/notifications': () =>
        json(sampleProfile({ version: 2, notifications: { ...everyWay, browser: false } })),
    });

    await screen.getByRole('switch', { name: 'ブラウザーの通知' }).click();
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toEqual({ basedOn: 1, notifications: { ...everyWay, browser: false } });
    await expect.element(screen.getByRole('switch', { name: 'ブラウザーの通知' })).not.toBeChecked();
  });

  it('asks each browser on its own whether it may notify', async () => {
    vi.spyOn(Notification, 'permission', 'get').mockReturnValue('denied');

    const { screen } = await renderPanel({ section: 'notifications' });

    await expect.element(screen.getByText(/ブラウザーが通知を止めています/)).toBeVisible();
  });

  it('changes how the app starts, and says so when the system does not let it', async () => {
    const held = {
      launchAtLogin: false,
      startHidden: true,
      alertWindow: true,
      systemNotifications: true,
      flash: true,
      awayWhenLocked: false,
    };
    const set = vi.fn(async () => held);
    const desktop = await desktopWith({ settings: { get: async () => held, set } });
    const { screen } = await renderPanel({ section: 'app', desktop });
    await expect.element(screen.getByRole('switch', { name: 'ログイン時に起動する' })).toBeEnabled();

    await screen.getByRole('switch', { name: 'ログイン時に起動する' }).click();

    expect(set).toHaveBeenCalledWith({ launchAtLogin: true });
    await expect.element(screen.getByText(/自動起動を登録できませんでした/)).toBeVisible();
  });

  it('takes the next keys that are pressed for a command, and says when they are taken', async () => {
    const shortcut = {
      command: 'mute',
      accelerator: 'CommandOrControl+Alt+M',
      keys: 'Ctrl+Alt+M',
      state: 'asleep',
    } as const;
    const set = vi.fn(async () => ({ kind: 'taken' }) as const);
    const other = { ...shortcut, command: 'show', accelerator: 'Alt+T', keys: 'Alt+T' } as const;
    const shortcuts = { list: async () => [shortcut, other], set, reset: async () => [shortcut] };
    const { screen } = await renderPanel({ section: 'keys', desktop: await desktopWith({ shortcuts }) });

    await screen.getByRole('button', { name: 'ミュート: Ctrl+Alt+M' }).click();
    await userEvent.keyboard('{Control>}{Alt>}j{/Alt}{/Control}');

    expect(set).toHaveBeenCalledWith({ command: 'mute', accelerator: 'CommandOrControl+Alt+J' });
    const refusal = screen.getByText(`ほかのアプリが使っているキーです（${modifierName}+Alt+J）。`);
    await expect.element(refusal).toBeVisible();
    const next = screen.getByRole('button', { name: '取次を前に出す: Alt+T' });
    expect(bottomOf(refusal.element())).toBeLessThanOrEqual(next.element().getBoundingClientRect().top);
  });

  it('says beside a command which of its keys another program has', async () => {
    const shortcut = { command: 'show', accelerator: 'Alt+T', keys: 'Alt+T', state: 'taken' } as const;
    const shortcuts = {
      list: async () => [shortcut],
      set: async () => ({ kind: 'taken' as const }),
      reset: async () => [shortcut],
    };

    const { screen } = await renderPanel({ section: 'keys', desktop: await desktopWith({ shortcuts }) });

    await expect.element(screen.getByText('ほかのアプリがAlt+Tを使っているため、働きません。')).toBeVisible();
  });

  it('switches a key off, and gives all of them back', async () => {
    const shortcut = { command: 'show', accelerator: 'Alt+T', keys: 'Alt+T', state: 'working' } as const;
    const off = { ...shortcut, accelerator: null, keys: null, state: 'off' } as const;
    const shortcuts = {
      list: async () => [shortcut],
      set: async () => ({ kind: 'changed' as const, shortcuts: [off] }),
      reset: async () => [shortcut],
    };
    const { screen } = await renderPanel({ section: 'keys', desktop: await desktopWith({ shortcuts }) });

    await screen.getByRole('button', { name: /このキーを外す/ }).click();
    await expect.element(screen.getByRole('button', { name: '取次を前に出す: なし' })).toBeVisible();
    await screen.getByRole('button', { name: '最初のキーに戻す' }).click();

    await expect.element(screen.getByRole('button', { name: '取次を前に出す: Alt+T' })).toBeVisible();
  });
});

function bottomOf(element: Element): number {
  return element.getBoundingClientRect().bottom;
}
