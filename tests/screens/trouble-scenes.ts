import type { Page, WebSocketRoute } from '@playwright/test';
import { alertSchema } from '../../backend/contract/events.ts';
import type { CallId } from '../../backend/contract/ids.ts';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { answerTruly, failAnswer } from './changed-answers.ts';
import { everyLook, type Language, narrowerLooks, tightLooks, twoLooks } from './looks.ts';
import { signInAs } from './sign-in.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

/** The server out of reach, the line being mended, what went wrong on a call, and several things said at once. */
export async function shootTroubleScenes(studio: Studio): Promise<void> {
  await shootAlerts(studio);
  await shootToasts(studio);
  await shootOffline(studio);
  for (const language of ['ja', 'en'] as const) await shootReconnecting(studio, language);
}

async function shootAlerts(studio: Studio): Promise<void> {
  const callId = await studio.call('long-hold');
  await studio.open('/calls');
  for (const kind of ['no-agent-available', 'agent-did-not-arrive'] as const) {
    const id = `alert_${kind.replaceAll('-', '').padEnd(20, '0').slice(0, 20)}`;
    const raisedAt = new Date(studio.now()).toISOString();
    studio.tell({ type: 'alert-raised', alert: alertSchema.parse({ id, kind, callId, raisedAt }) });
  }
  await studio.each((page) => alerts(page).nth(1).waitFor(soon));
  await studio.shoot('alerts', [...everyLook, ...narrowerLooks]);
  await studio.each(async (page) => {
    await alerts(page).first().click();
    await alerts(page).first().click();
  });
  await over(studio, callId);
}

function alerts(page: Page) {
  return page.getByRole('alert').getByRole('button', { name: /^(消す|Dismiss)$/ });
}

async function over(studio: Studio, callId: CallId): Promise<void> {
  await studio.agent.request('POST', '/api/calls/end', { callId });
}

async function shootToasts(studio: Studio): Promise<void> {
  await studio.each((page) => failAnswer(page, /\/api\/calls\/start$/));
  await studio.open('/customers');
  const looks = [...twoLooks, ...narrowerLooks];
  // They go by themselves: each look has its own, and brings another status, the first of which most customers have already.
  for (const [index, look] of looks.entries()) {
    await raiseToasts(studio.pages[look.language], looks.length - 1 - index);
    await studio.shoot('toasts', [look]);
    await studio.pages[look.language].getByRole('button', { name: /^(選択を解除|Clear selection)$/ }).click();
  }
  await studio.each(answerTruly);
}

/** Two changes that can be taken back, and a call that could not be started. */
async function raiseToasts(page: Page, status: number): Promise<void> {
  for (const rows of [[0], [1, 2]]) {
    for (const row of rows) await page.getByRole('checkbox').nth(row).click(soon);
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /^(状態を変える|Set status)$/ })
      .click(soon);
    await page.getByRole('menuitem').nth(status).click(soon);
  }
  await page
    .getByRole('button', { name: /^(AIで発信|Call with AI): / })
    .first()
    .click(soon);
  const said = page.getByRole('status').filter({ hasText: /元に戻す|Undo/ });
  await said.filter({ hasText: /サーバー|server/ }).waitFor(soon);
}

async function shootOffline(studio: Studio): Promise<void> {
  const places = { customers: '/customers', history: '/history', settings: '/settings/conversation' };
  for (const [name, place] of Object.entries(places)) {
    await studio.open(place);
    await studio.connections('refused');
    await studio.each((page) =>
      page
        .getByRole('alert')
        .filter({ hasText: /接続が切れました|lost/ })
        .waitFor(soon),
    );
    await studio.shoot(`offline-${name}`, [...twoLooks, ...narrowerLooks]);
    await studio.connections('live');
    await studio.each((page) => page.reload());
    await studio.each((page) => page.getByText(/電話機は使えます|^Ready$/).waitFor(soon));
  }
}

/** An agent on a call, whose softphone loses the line. */
async function shootReconnecting(studio: Studio, language: Language): Promise<void> {
  const page = await studio.openPage(language);
  const lines = new Set<WebSocketRoute>();
  let cut = false;
  await page.routeWebSocket(/\/simulator\/signal/, (socket) => {
    if (cut) return void socket.close();
    lines.add(socket);
    socket.connectToServer();
  });
  await page.reload();
  await signInAs(page, demoAccounts[0]);
  await page.getByText(/電話機は使えます|^Ready$/).waitFor(soon);
  await page.goto(`${studio.url}/#/customers/${await studio.customerWho('long-hold')}`);
  await page.getByRole('button', { name: /^(自分で発信|Call in person)/ }).click(soon);
  await page.getByText(/先方とつながっています|You are connected/).waitFor(soon);

  cut = true;
  for (const line of lines) await line.close({ code: 4000 });
  await page
    .getByText(/回線をつなぎ直しています|Reconnecting the line/)
    .first()
    .waitFor(soon);
  await studio.shoot('reconnecting', tightLooks[language], page);
  // Which the softphone cannot, without its line; the next one calls the same customer.
  const callId = page.url().split('/').at(-1);
  await page.request.post(`${studio.url}/api/calls/end`, {
    data: { callId },
    headers: { origin: studio.url },
  });
  await page.context().close();
}
