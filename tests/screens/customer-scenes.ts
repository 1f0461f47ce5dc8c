import type { Page } from '@playwright/test';
import { answerTruly, failAnswer } from './changed-answers.ts';
import { everyLook, narrowerLooks, oneLook, twoLooks } from './looks.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 30_000 };

/** Customers chosen, changed, edited, and taken from a file. */
export async function shootCustomerScenes(studio: Studio): Promise<void> {
  await shootChoosing(studio);
  await shootEditing(studio);
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
  await studio.shoot('customers-none-left', oneLook);
  await studio.each((page) =>
    page
      .getByRole('button', { name: /^(絞り込みを解除|Clear filters)$/ })
      .first()
      .click(),
  );
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
  await studio.shoot('customer-new', oneLook);
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
  await studio.shoot('imports-failed', oneLook);
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
  await studio.shoot('import-done', oneLook);
  await ja.getByRole('button', { name: 'この取り込みを取り消す' }).click();
  await ja.getByRole('button', { name: '取り消す', exact: true }).click();
  await ja.getByText('取り消し済み').waitFor(soon);
  await studio.shoot('import-undone', oneLook);
}

async function choose(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '展示会名簿_2026.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
}

function check(page: Page) {
  return page.getByRole('button', { name: /^(取り込む内容を確かめる|Check what would be imported)$/ });
}
