import { readFileSync } from 'node:fs';
import { expect as soon } from '@playwright/test';
import { signIn } from '../support/main-job.ts';
import { seriousFindings } from '../support/serious-findings.ts';
import { test } from './support/console-test.ts';
import { finishedCall } from './support/finished-call.ts';

const expect = soon.configure({ timeout: 40_000 });

test.use({ settings: { SIMULATOR_SPEED: '5' }, contextOptions: { reducedMotion: 'reduce' } });

test('an agent sees what came of a call, and takes it away as a table, a picture and a document', async ({
  page,
  backend,
}) => {
  await finishedCall(backend.url);
  await page.goto(backend.url);
  await signIn(page);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const funnel = page.getByRole('region', { name: '発信から成功まで' });

  await test.step('the call is counted, with those before it', async () => {
    await expect(funnel.getByRole('row', { name: /^応答 [1-9]/ })).toBeAttached();
    expect(await seriousFindings(page)).toEqual([]);
  });

  await test.step('a figure says what it counts when it has the focus', async () => {
    await page.getByRole('button', { name: '受付突破率' }).focus();
    await expect(page.getByRole('tooltip')).toContainText('応答に対する割合です');
    await page.keyboard.press('Escape');
  });

  await test.step('the period that is chosen stays after a reload, and days without calls say so', async () => {
    await page.getByRole('button', { name: '期間：過去30日間' }).click();
    await page.getByRole('menuitemcheckbox', { name: '今日' }).click();
    await expect(page).toHaveURL(/period=today/);
    await page.reload();
    await expect(page.getByRole('button', { name: '期間：今日' })).toBeVisible();
    await page.goto(`${backend.url}/#/reports?period=2020-01-01~2020-01-31`);
    await expect(page.getByText('この期間に終わった発信はありません')).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await page.goBack();
    await expect(page.getByRole('button', { name: '期間：今日' })).toBeVisible();
    await expect(funnel).toBeVisible();
  });

  await test.step('the table has Japanese headings', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '発信から成功までをCSVで保存' }).click();
    const text = readFileSync(await (await saved).path(), 'utf8');
    expect(text.split('\r\n')[0]).toContain('開始日,終了日,発信,応答,受付突破');
  });

  await test.step('the picture is one', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: '発信から成功までの図をPNGで保存' }).click();
    const picture = readFileSync(await (await saved).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.readUInt32BE(16)).toBeGreaterThan(600);
  });

  await test.step('on paper there is the report alone, on several sheets', async () => {
    const document = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = document.match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'レポート' })).toBeVisible();
    await expect(page.getByRole('button', { name: '印刷・PDF' })).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
  });
});
