import type { Page } from '@playwright/test';
import type { DemoAccount } from '../../backend/db/seed/demo-accounts.ts';

export async function signInAs(page: Page, { email, password }: DemoAccount): Promise<void> {
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.keyboard.press('Enter');
}
