import { readFileSync } from 'node:fs';
import { expect as soon } from '@playwright/test';
import { signIn } from '../support/main-job.ts';
import { seriousFindings } from '../support/serious-findings.ts';
import { test } from './support/console-test.ts';
import { finishedCall } from './support/finished-call.ts';

const expect = soon.configure({ timeout: 40_000 });
const phrase = 'お世話になって';

test.use({ settings: { SIMULATOR_SPEED: '5' }, contextOptions: { reducedMotion: 'reduce' } });

test('an agent finds a call by what was said in it, corrects its result, and takes the list away', async ({
  page,
  backend,
}) => {
  const { callId, company } = await finishedCall(backend.url);
  await page.goto(backend.url);
  await signIn(page);
  await page.getByRole('link', { name: '履歴', exact: true }).click();

  await test.step('the list shows the words, and the record has them marked', async () => {
    await page.getByRole('searchbox', { name: '会話の言葉を検索' }).fill(phrase);
    const row = page.getByRole('listitem').filter({ hasText: company }).first();
    await expect(row.locator('mark')).toHaveText(phrase);
    expect(await seriousFindings(page)).toEqual([]);
    await row.getByRole('link').click();
    await expect(page.getByRole('log').locator('mark').first()).toHaveText(phrase);
    await expect(page.getByRole('button', { name: '次の行' })).toBeEnabled();
  });

  await test.step('the filters and the call are still there after a reload, and before them when one goes back', async () => {
    await page.getByRole('button', { name: '取り次ぎ', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'AIのみ' }).click();
    await expect(page).toHaveURL(/handedOver=no/);
    await page.reload();
    await expect(page.getByRole('button', { name: '取り次ぎ：AIのみ' })).toBeVisible();
    await expect(page.getByRole('log').locator('mark').first()).toHaveText(phrase);
    await page.goBack();
    await expect(page.getByRole('button', { name: '取り次ぎ', exact: true })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: '会話の言葉を検索' })).toHaveValue(phrase);
  });

  await test.step('a corrected result says who corrected it, and what it was', async () => {
    const result = page.getByRole('region', { name: '通話の結果' });
    if (!(await result.getByRole('radio', { name: '不在' }).isVisible()))
      await result.getByRole('button', { name: '直す' }).click();
    await result.getByRole('radio', { name: '不在' }).click();
    await result.getByRole('button', { name: /確定/ }).click();
    const changes = page.getByRole('region', { name: '結果の変更の記録' });
    await expect(changes.getByRole('listitem').first()).toContainText('鈴木 美咲さんが変更不在');
    await expect(changes.getByRole('listitem').first()).toContainText('変更前');
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step('the file has the calls that are listed', async () => {
    await page.getByRole('button', { name: '一覧をファイルに保存' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe('通話の履歴.csv');
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines[0]).toContain('開始,終了,通話秒数,会社名');
    expect(
      lines.some((line) => line.includes(company) && line.includes('不在') && line.includes(callId)),
    ).toBe(true);
  });
});
