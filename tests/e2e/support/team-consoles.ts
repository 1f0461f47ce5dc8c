import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, BrowserType, LaunchOptions, Page } from '@playwright/test';
import { agentProfileSchema } from '../../../backend/contract/agents.ts';
import { invitationSchema } from '../../../backend/contract/users.ts';
import { type DemoAccount, demoAccounts } from '../../../backend/db/seed/demo-accounts.ts';
import { soundProbe } from '../../support/call-sound.ts';
import { openConsole } from '../../support/console-client.ts';
import { fakeMicrophone } from '../../support/fake-microphone.ts';
import { signIn } from '../../support/main-job.ts';

/** What the admin's microphone hums, in Hz; no agent's does. */
export const adminHz = 1_600;

/** Three agents and an admin, each signed in in a browser context of their own. */
export interface TeamConsoles extends AsyncDisposable {
  readonly agents: readonly Page[];
  readonly admin: Page;
}

interface TeamOptions {
  readonly url: string;
  readonly browser: Browser;
  /** The agents' browser; the admin's is another one, because a browser has one microphone. */
  readonly chromium: BrowserType;
  readonly launchOptions: LaunchOptions;
  readonly contextOptions: BrowserContextOptions;
}

export async function openTeam({ url, ...options }: TeamOptions): Promise<TeamConsoles> {
  const third = await addThirdAgent(url);
  const folder = mkdtempSync(join(tmpdir(), 'toritsugi-admin-'));
  const others = (options.launchOptions.args ?? []).filter((arg) => !arg.includes('fake-audio-capture'));
  const args = [...others, ...fakeMicrophone(folder, adminHz)];
  const adminBrowser = await options.chromium.launch({ ...options.launchOptions, args });
  const probe = await soundProbe();

  async function open(browser: Browser, account: Pick<DemoAccount, 'email' | 'password'>): Promise<Page> {
    const page = await (await browser.newContext(options.contextOptions)).newPage();
    await page.addInitScript(probe);
    await page.addInitScript(noteStatuses);
    await page.goto(url);
    await signIn(page, account);
    return page;
  }

  const agents: Page[] = [];
  for (const account of [demoAccounts[0], demoAccounts[1], third])
    agents.push(await open(options.browser, account));
  const admin = await open(adminBrowser, demoAccounts[2]);
  return {
    agents,
    admin,
    async [Symbol.asyncDispose]() {
      for (const page of agents) await page.context().close();
      await adminBrowser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The demo data has two agents. Works at every hour, as they do. */
async function addThirdAgent(url: string): Promise<Pick<DemoAccount, 'email' | 'password'>> {
  const account = { email: 'takahashi@demo.example', password: 'marble tulip ferry' };
  await using admin = await openConsole(url, demoAccounts[2]);
  const added = { name: '高橋 葵', email: account.email, role: 'agent' };
  const { user, link } = await admin.ask(invitationSchema, 'POST', '/api/users', added);
  const token = link.url.split('/').at(-1);
  await admin.request('POST', '/api/password', { token, password: account.password });
  const path = `/api/agents/${user.id}`;
  const { settings } = await admin.ask(agentProfileSchema, 'GET', `${path}/profile`);
  const workingHours = Array.from({ length: 7 }, () => ({ from: 0, to: 1_440 }));
  const schedule = { timeZone: settings.timeZone, workingHours, worksOnHolidays: true, leave: [] };
  await admin.ask(agentProfileSchema, 'PUT', `${path}/schedule`, { basedOn: settings.version, schedule });
  return account;
}

/** Keeps when the page was told of each change of somebody's presence, in milliseconds since 1970. */
const noteStatuses = `
  window.statusesHeard = [];
  window.WebSocket = class extends window.WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || !data.includes('agent-status-changed')) return;
        const { event } = JSON.parse(data);
        const { name, presence, busyReason } = event.status;
        window.statusesHeard.push({ name, presence, busyReason, at: performance.timeOrigin + performance.now() });
      });
    }
  };`;
