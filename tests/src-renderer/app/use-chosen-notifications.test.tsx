import { expect, it } from 'vitest';
import type { DesktopBridge } from '../../../src-renderer/platform/desktop.ts';
import type { Preferences } from '../../../src-renderer/platform/preferences.ts';
import { type Answers, json, lateAnswer, refused } from '../support/fake-server.ts';
import { renderShell } from '../support/render-shell.tsx';
import { sampleProfile } from '../support/samples.ts';
import { createTestDesktop } from '../support/test-desktop.ts';

type Settings = DesktopBridge['settings'];

const path = 'PUT /api/agents/notifications';
const quiet = { alertWindow: false, systemNotifications: true, flash: false };

/** The console in the desktop app of a computer on which this was chosen, and what it was told since. */
async function inDesktopApp(
  chosenHere: object,
  profile: ReturnType<typeof sampleProfile>,
  answers: Answers = {},
  preferences: Partial<Preferences> = {},
) {
  const { desktop } = await createTestDesktop('token');
  const told: Parameters<Settings['set']>[0][] = [];
  const { settings } = desktop.bridge;
  const bridge: DesktopBridge = {
    ...desktop.bridge,
    settings: {
      get: async () => ({ ...(await settings.get()), ...chosenHere }),
      async set(change) {
        told.push(change);
        return settings.get();
      },
    },
  };
  const saved = sampleProfile({ notifications: { ...quiet, browser: true }, version: 8 });
  const more = { [path]: () => json(saved), ...answers };
  const shell = await renderShell({ profile, more, preferences, desktop: { ...desktop, bridge } });
  const asked = () => shell.server.requests.filter((request) => `${request.method} ${request.path}` === path);
  return { ...shell, told, asked };
}

it('tells the computer how the agent wants to be told of offers', async () => {
  const notifications = { ...quiet, browser: true };

  const { told, asked } = await inDesktopApp({}, sampleProfile({ notifications, version: 3 }));

  await expect.poll(() => told).toEqual([quiet]);
  expect(asked()).toEqual([]);
});

it('takes over, once, what was chosen on the computer before it followed the agent', async () => {
  const { asked } = await inDesktopApp(quiet, sampleProfile({ notifications: null, version: 7 }));

  await expect
    .poll(() => asked().map(({ body }) => body))
    .toEqual([{ basedOn: 7, notifications: { ...quiet, browser: true } }]);
});

it('leaves open what nobody has chosen anywhere', async () => {
  const everyWay = { alertWindow: true, systemNotifications: true, flash: true };

  const { told, asked, screen } = await inDesktopApp(everyWay, sampleProfile({ notifications: null }));

  await expect.element(screen.getByRole('navigation').first()).toBeVisible();
  expect([told, asked()]).toEqual([[], []]);
});

it('takes over on top of another setting that was changed meanwhile', async () => {
  let refusals = 1;
  const { asked } = await inDesktopApp(quiet, sampleProfile({ notifications: null, version: 7 }), {
    'GET /api/agents/profile': () => json(sampleProfile({ notifications: null, version: 8 })),
    [path]: () => {
      refusals -= 1;
      if (refusals >= 0) return refused('changed-elsewhere');
      return json(sampleProfile({ notifications: { ...quiet, browser: true }, version: 9 }));
    },
  });

  await expect.poll(() => asked().map(({ body }) => body)).toMatchObject([{ basedOn: 7 }, { basedOn: 8 }]);
});

it('leaves what another computer has chosen meanwhile', async () => {
  let read = 0;
  const { asked } = await inDesktopApp(quiet, sampleProfile({ notifications: null, version: 7 }), {
    'GET /api/agents/profile': () => {
      read += 1;
      return json(sampleProfile({ notifications: { ...quiet, browser: true }, version: 8 }));
    },
    [path]: () => refused('changed-elsewhere'),
  });

  await expect.poll(() => read).toBe(1);
  expect(asked()).toHaveLength(1);
});

it('remembers whose choice the computer has', async () => {
  const { platform } = await inDesktopApp(
    {},
    sampleProfile({ notifications: { ...quiet, browser: true }, version: 3 }),
  );

  await expect
    .poll(() => platform.preferences.getState().notificationsOf)
    .toBe(`${platform.serverAddress} ${sampleProfile().agentId}`);
});

it('does not save as the agent’s what another account chose on the computer, and does not go by it', async () => {
  const { told, asked } = await inDesktopApp(
    quiet,
    sampleProfile({ notifications: null, version: 7 }),
    {},
    { notificationsOf: 'http://localhost:8787 somebody-else' },
  );

  await expect.poll(() => told).toEqual([{ alertWindow: true, systemNotifications: true, flash: true }]);
  expect(asked()).toEqual([]);
});

it('asks nothing more for an agent who has left meanwhile', async () => {
  const { answer, give } = lateAnswer();
  let read = 0;
  const { asked, screen } = await inDesktopApp(quiet, sampleProfile({ notifications: null, version: 7 }), {
    [path]: () => answer,
    'GET /api/agents/profile': () => {
      read += 1;
      return json(sampleProfile({ notifications: null, version: 8 }));
    },
  });
  await expect.poll(asked).toHaveLength(1);

  await screen.unmount();
  give(refused('changed-elsewhere'));
  await answer;
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect([read, asked().length]).toEqual([0, 1]);
});
