import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { demoAccounts } from '../../backend/db/seed/demo-accounts.ts';
import { personaNumber } from '../../backend/simulator/personas/numbers.ts';
import { addCustomer } from '../support/campaigns.ts';
import { openConsole } from '../support/console-client.ts';
import { signIn } from '../support/main-job.ts';
import { test } from './support/console-test.ts';

test.use({ settings: { SIMULATOR_SPEED: '5' } });

const [suzuki, , sasaki] = demoAccounts;
const name = '秋の展示会のご案内';
const tag = '展示会';

/** Telephones at which nobody in charge is in: a call is over in a moment, and the next one follows. */
const firstLine = 6_000;
const lines = 40;

/** From the press to the answer, after which nobody is dialled, in milliseconds. */
const pauseMs = 1_000;

test('an admin makes a campaign from a view, starts it, sees it go on, pauses, resumes and stops it', async ({
  page,
  backend: { url },
}) => {
  await using agent = await openConsole(url, suzuki);
  await agent.connect();
  await using admin = await openConsole(url, sasaki);
  const customerIds: string[] = [];
  for (let line = 0; line < lines; line += 1) {
    customerIds.push(await addCustomer(admin, personaNumber('absent', firstLine + line)));
  }
  await admin.request('POST', '/api/customers/changes', { customerIds, changes: { addTags: [tag] } });
  const blocked = { phoneNumber: personaNumber('absent', firstLine), note: 'お断り' };
  await admin.request('POST', '/api/do-not-call', blocked);
  await admin.request('POST', '/api/customers/views', { name: '展示会の来場者', filter: { tag } });

  await page.goto(url);
  await signIn(page, sasaki);
  await page.getByRole('link', { name: '一斉コール', exact: true }).click();
  await expect(page.getByText('一斉コールはまだありません')).toBeVisible();
  await page.getByRole('link', { name: '新しい一斉コール' }).first().click();

  await test.step('what is wrong is said beside each field, and nothing is made', async () => {
    await page.getByLabel('同時に通話する数').fill('0');
    await page.getByRole('radio', { name: '時間を決める' }).click();
    await page.getByLabel('発信を終える時刻').fill('08:00');
    await page.getByRole('button', { name: '下書きを作る' }).click();

    await expect(page.getByText('名前を100文字以内で入力してください')).toBeVisible();
    await expect(page.getByText('ビューを選んでください', { exact: true }).last()).toBeVisible();
    await expect(page.getByText('AIが名乗る社員を選んでください')).toBeVisible();
    await expect(page.getByText('電話を受ける社員を1人以上選んでください')).toBeVisible();
    await expect(page.getByText('終わりは始まりより後にしてください')).toBeVisible();
    await expect(page.getByText('1から200までの整数で入力してください')).toBeVisible();
  });

  await test.step('whom it would call, and whom not, is counted as the view is chosen', async () => {
    await page.getByLabel('名前', { exact: true }).fill(name);
    await page.getByLabel('ビュー', { exact: true }).selectOption('展示会の来場者');
    const preview = page.getByRole('region', { name: 'かける顧客の確認' });
    await expect(preview).toContainText('39社にかけます');
    await expect(preview).toContainText('発信禁止');
  });

  await test.step('it is made as a draft', async () => {
    await page.getByLabel('AIが名乗る社員').selectOption(suzuki.name);
    await page.getByRole('checkbox', { name: suzuki.name }).check();
    await page.getByRole('radio', { name: '会社の発信時間のとおり' }).click();
    await page.getByLabel('同時に通話する数').fill('3');
    await page.getByLabel('1秒あたりの発信数').fill('2');
    await page.getByLabel('社員1人あたりの発信数').fill('1');
    await page.getByRole('button', { name: '下書きを作る' }).click();

    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page.getByText('まだ電話はかけていません。', { exact: false })).toBeVisible();
  });

  await test.step('it starts, and goes on before the eyes', async () => {
    await page.getByRole('button', { name: '開始', exact: true }).click();
    await page.getByRole('button', { name: '開始する' }).click();

    await expect(page.getByRole('button', { name: '一時停止' })).toBeVisible();
    await expect.poll(() => onTheLine(page)).toBeGreaterThan(0);
    await page.getByRole('link', { name: '顧客', exact: true }).last().click();
    await expect(page.getByRole('link', { name: /との前回の通話を開く$/ }).first()).toBeVisible();
    await expect(page.getByText('発信禁止').first()).toBeVisible();
  });

  let dialledAtPause = 0;
  await test.step('it pauses within a second, and dials nobody more', async () => {
    const answered = page.waitForResponse((response) => response.url().endsWith('/pause'));
    await page.getByRole('button', { name: '一時停止' }).click();
    const answer = await answered;
    await answer.finished();
    expect(answer.request().timing().responseEnd).toBeLessThan(pauseMs);
    dialledAtPause = await dialled(url);
    expect(dialledAtPause).toBeGreaterThan(0);
    await expect(page.getByRole('button', { name: '再開' })).toBeVisible();
    await expect(page.getByText(`${sasaki.name}さんが`, { exact: false }).first()).toBeVisible();
  });

  await test.step('its settings are changed meanwhile', async () => {
    await page.getByRole('link', { name: '設定', exact: true }).last().click();
    await page.keyboard.press('e');
    await page.getByLabel('同時に通話する数').fill('');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('1から200までの整数で入力してください')).toBeVisible();
    await page.getByLabel('同時に通話する数').fill('5');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText(/同時に5件まで/)).toBeVisible();
    expect(await dialled(url)).toBe(dialledAtPause);
  });

  await test.step('it goes on when it is resumed', async () => {
    await page.getByRole('button', { name: '再開' }).click();
    await expect(page.getByRole('button', { name: '一時停止' })).toBeVisible();
    await expect.poll(() => dialled(url)).toBeGreaterThan(dialledAtPause);
  });

  await test.step('it is stopped for good, and says first what that means', async () => {
    await page.getByRole('button', { name: '中止', exact: true }).click();
    await expect(page.getByText(/再開もできません/)).toBeVisible();
    await page.getByRole('button', { name: '中止する' }).click();

    await expect(page.getByRole('heading', { name })).toBeVisible();
    await expect(page.getByRole('button', { name: '再開' })).toBeHidden();
    const list = page.getByRole('list', { name: '一斉コールの一覧' });
    await expect(list.getByText('中止').filter({ visible: true })).toBeVisible();
    await expect(page.getByText('終わった一斉コールの設定は変えられません。')).toBeVisible();
  });

  await test.step('an agent who takes its calls sees it, and changes nothing', async () => {
    await page.context().clearCookies();
    await page.goto(url);
    await signIn(page, suzuki);
    await page.getByRole('link', { name: '一斉コール', exact: true }).click();
    await page.getByRole('link', { name }).click();

    await expect(page.getByRole('heading', { name: 'あなたの通話の成果' })).toBeVisible();
    await page.getByRole('link', { name: '設定', exact: true }).last().click();
    await expect(page.getByText(/同時に5件まで/)).toBeVisible();
    await expect(page.getByRole('link', { name: '新しい一斉コール' })).toHaveCount(0);
    await expect(page.getByRole('region', { name: '一斉コールの詳細' }).getByRole('button')).toHaveCount(0);
  });
});

/** How many are being called, as the page says. */
async function onTheLine(page: Page): Promise<number> {
  const term = page.locator('dt', { hasText: /^呼出・通話中$/ });
  return Number(await term.locator('xpath=following-sibling::dd').first().innerText());
}

const observationSchema = z.object({ legs: z.array(z.object({ to: z.string() })) });

/** How often the telephone network was asked for one of the campaign's numbers. */
async function dialled(url: string): Promise<number> {
  const { legs } = observationSchema.parse(await (await fetch(`${url}/simulator/observation`)).json());
  const numbers = Array.from({ length: lines }, (_, line) => personaNumber('absent', firstLine + line));
  return legs.filter(({ to }) => numbers.includes(to)).length;
}
