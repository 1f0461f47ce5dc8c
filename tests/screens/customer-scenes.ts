import type { Page } from '@playwright/test';
import { customerSchema } from '../../backend/contract/customers.ts';
import { answerTruly, failAnswer, holdAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, ownLooks, twoLooks } from './looks.ts';
import { failed, loading, shootState } from './played-state.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

const menus = {
  'customers-more': /^(そのほかの操作|More actions)$/,
  'customers-sort': /^(並び順|Order)/,
  'customers-views': /^(ビュー|View)$/,
} as const;

/** Customers chosen, changed, edited, and taken from a file. */
export async function shootCustomerScenes(studio: Studio): Promise<void> {
  await shootChoosing(studio);
  await shootMenus(studio);
  await shootDialogs(studio);
  await shootEditing(studio);
  await shootBlocked(studio);
  await shootConflict(studio);
  await shootImport(studio);
}

async function shootChoosing(studio: Studio): Promise<void> {
  await studio.open('/customers');
  await studio.each(async (page) => {
    await page.getByRole('checkbox').nth(3).waitFor(soon);
    await page.keyboard.press('j');
    for (const _ of [1, 2, 3]) await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('toolbar').waitFor(soon);
  });
  await studio.shoot('customers-chosen', [...everyLook, ...narrowerLooks]);
  await studio.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^(状態|Status)$/ }).click();
    await page.getByRole('menuitemcheckbox').nth(3).waitFor(soon);
  });
  await studio.shoot('customers-filter', twoLooks);
  await studio.each(async (page) => {
    await page.getByRole('menuitemcheckbox').nth(3).click();
    await page.getByText(/この絞り込みに合う顧客はいません|No customer matches these filters/).waitFor(soon);
  });
  await studio.shoot('customers-none-left', twoLooks);
  await studio.each((page) =>
    page
      .getByRole('button', { name: /^(絞り込みを解除|Clear filters)$/ })
      .first()
      .click(),
  );
}

async function shootMenus(studio: Studio): Promise<void> {
  for (const [name, button] of Object.entries(menus)) {
    await studio.each(async (page) => {
      await page.getByRole('button', { name: button }).first().click();
      await page.getByRole('menu').waitFor(soon);
    });
    await studio.shoot(name, twoLooks);
    await studio.each((page) => page.keyboard.press('Escape'));
  }
}

async function shootDialogs(studio: Studio): Promise<void> {
  await studio.each(async (page) => {
    await page.getByRole('button', { name: /^(ビュー|View)$/ }).click();
    await page.getByRole('menuitem', { name: /^(今の絞り込みを|Save these filters)/ }).click();
    await page.getByRole('dialog').getByRole('button').first().waitFor(soon);
  });
  await studio.shoot('view-dialog', everyLook);
  await studio.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox').nth(1).click();
    await page
      .getByRole('toolbar')
      .getByRole('button', { name: /^(タグ|Tags)$/ })
      .click();
    await page.getByRole('menuitem').first().click();
    await page.getByRole('dialog').getByRole('button').first().waitFor(soon);
  });
  await studio.shoot('tag-dialog', everyLook);
  await studio.each(async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox').nth(1).click();
  });
}

/** Somebody else changes the customer who is being edited, and the same of them. */
async function shootConflict(studio: Studio): Promise<void> {
  const customerId = await studio.customerWho('long-hold');
  await studio.open(`/customers/${customerId}`);
  await studio.connections('silent');
  await studio.each(async (page) => {
    await page.keyboard.press('e');
    await page.getByLabel(/^(部署|Department)$/).fill('営業企画部');
  });
  const known = await studio.agent.ask(customerSchema, 'GET', `/api/customers/${customerId}`);
  const changes = { department: '経営企画室' };
  await studio.agent.request('PUT', `/api/customers/${customerId}`, { basedOn: known.version, changes });
  await studio.each(async (page) => {
    await page.getByRole('button', { name: /^(保存|Save)$/ }).click();
    await page.getByRole('radio').nth(1).waitFor(soon);
  });
  await studio.shoot('customer-conflict', everyLook);
  await studio.connections('live');
}

async function shootEditing(studio: Studio): Promise<void> {
  await studio.open(`/customers/${await studio.customerWho('long-hold')}`);
  await studio.each(async (page) => {
    await page.keyboard.press('e');
    await phone(page).fill('03-12');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: /電話番号|number/ })
      .waitFor(soon);
  });
  await studio.shoot('customer-edit', [...everyLook, ...narrowerLooks]);
  await studio.each(async (page) => {
    await page.getByRole('button', { name: /^(やめる|Cancel)$/ }).click();
    await page.getByRole('button', { name: /^(捨てる|Discard)$/ }).click();
    await page.getByRole('button', { name: /^(予定を追加|Add a reminder)$/ }).click();
  });
  await studio.shoot('customer-reminder', twoLooks);
  await studio.open('/customers/new');
  await studio.shoot('customer-new', twoLooks);
}

/** Somebody who asked not to be called again. */
async function shootBlocked(studio: Studio): Promise<void> {
  const customerId = await studio.customerWho('refuses');
  const { phoneNumber } = await studio.agent.ask(customerSchema, 'GET', `/api/customers/${customerId}`);
  const note = '電話は控えてほしいとのこと';
  await studio.agent.request('POST', '/api/do-not-call', { phoneNumber, note });
  await studio.open(`/customers/${customerId}`);
  await studio.each((page) => page.getByRole('region', { name: /^(発信禁止|Do not call)/ }).waitFor(soon));
  await studio.shoot('customer-blocked', [...twoLooks, ...narrowerLooks]);
}

function phone(page: Page) {
  return page.getByLabel(/^(電話番号|Telephone)$/);
}

const file = [
  '会社名,フリガナ,TEL,担当,E-mail,備考',
  '株式会社あおぞら製作所,アオゾラセイサクショ,03-6712-4455,大野 恵,ono@example.com,展示会で名刺交換',
  '北浜工業株式会社,キタハマコウギョウ,06-6222-3344,,info@example.com,',
  '有限会社みどり商会,ミドリショウカイ,0312,佐伯,,番号を確認中',
  ',ナマエナシ,03-5555-6666,,,',
  '株式会社あおぞら製作所,アオゾラセイサクショ,03-6712-4455,大野 恵,ono@example.com,同じ会社',
  '西日本物流サービス株式会社,,092-555-7788,原田,harada＠example,',
].join('\r\n');

async function shootImport(studio: Studio): Promise<void> {
  await studio.open('/customers/imports');
  await studio.shoot('imports', twoLooks);
  await studio.each((page) => failAnswer(page, /\/api\/customers\/imports\?/));
  await studio.each((page) => choose(page));
  await studio.each((page) => page.locator('main').getByRole('alert').waitFor(soon));
  await studio.shoot('imports-failed', twoLooks);
  await studio.each(answerTruly);
  await studio.each(async (page) => {
    await choose(page);
    await check(page).waitFor(soon);
  });
  await studio.shoot('import-columns', [...everyLook, ...narrowerLooks]);
  await studio.each(async (page) => {
    await check(page).click();
    await page.getByRole('button', { name: /取り込みを始める|^Import \d/ }).waitFor(soon);
    await page.getByRole('listitem').nth(2).waitFor(soon);
  });
  await studio.shoot('import-checked', [...everyLook, ...narrowerLooks]);
  const { ja } = studio.pages;
  await ja.getByRole('button', { name: /取り込みを始める/ }).click();
  await ja.getByRole('button', { name: '取り込んだ顧客を見る' }).waitFor(soon);
  await studio.shoot('import-done', ownLooks.ja);
  await ja.getByRole('button', { name: 'この取り込みを取り消す' }).click();
  await ja.getByRole('button', { name: '取り消す', exact: true }).click();
  await ja.getByText('取り消し済み').waitFor(soon);
  await studio.shoot('import-undone', ownLooks.ja);
  await shootImportStates(studio);
}

async function shootImportStates(studio: Studio): Promise<void> {
  const one = /\/api\/customers\/imports\/[^/?]+$/;
  const place = new URL(studio.pages.ja.url()).hash.slice(1);
  const hold = (page: Page): Promise<void> => holdAnswer(page, one);
  await shootState({ studio, place, name: 'import-loading', play: hold, until: loading });
  const fail = (page: Page): Promise<void> => failAnswer(page, one);
  await shootState({ studio, place, name: 'import-failed', play: fail, until: failed });
}

async function choose(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '展示会名簿_2026.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
}

function check(page: Page) {
  return page.getByRole('button', { name: /^(取り込む内容を確かめる|Check what would be imported)$/ });
}
