import type { Page } from '@playwright/test';

/** The name of the error that the expression's promise rejects with; `none` when it does not. */
export function errorOf(page: Page, expression: string): Promise<unknown> {
  return page.evaluate(`(${expression}).then(() => 'none', (error) => error.name)`);
}
