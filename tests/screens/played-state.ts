import type { Page } from '@playwright/test';
import { answerTruly } from './changed-answers.ts';
import { type Look, twoLooks } from './looks.ts';
import type { Studio } from './studio.ts';

const soon = { timeout: 60_000 };

export type Play = (page: Page) => Promise<void>;

interface State {
  readonly studio: Studio;
  readonly name: string;
  readonly place: string;
  readonly looks?: readonly Look[];
  /** Before the page is loaded anew. */
  readonly play: Play;
  readonly until: Play;
}

/** A screen in a state that the server's answers bring about. */
export async function shootState({
  studio,
  name,
  place,
  looks = twoLooks,
  play,
  until,
}: State): Promise<void> {
  await studio.each(async (page) => {
    await play(page);
    await page.goto(`${studio.url}/#${place}`);
    await page.reload();
    await until(page);
  });
  await studio.shoot(name, looks);
  await studio.each(answerTruly);
}

export async function loading(page: Page): Promise<void> {
  await page.locator('main').getByRole('heading').first().waitFor(soon);
  await page
    .locator('main')
    .getByRole('status', { name: /読み込んで|Loading/ })
    .first()
    .waitFor(soon);
}

export async function failed(page: Page): Promise<void> {
  await page.locator('main').getByRole('alert').first().waitFor(soon);
}

export async function listed(page: Page): Promise<void> {
  await page.locator('main').getByRole('listitem').nth(5).waitFor(soon);
}

export async function said(page: Page): Promise<void> {
  await page.getByRole('log').getByRole('listitem').nth(3).waitFor(soon);
}

export async function says(page: Page, words: RegExp): Promise<void> {
  await page.locator('main').getByText(words).first().waitFor(soon);
}
