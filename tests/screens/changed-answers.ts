import type { Page, Route } from '@playwright/test';
import type { z } from 'zod';

/** From now on the server's answer reaches the page as `change` makes it. */
export async function changeAnswer<Schema extends z.ZodType>(
  page: Page,
  path: RegExp,
  schema: Schema,
  change: (answer: z.infer<Schema>) => z.infer<Schema>,
): Promise<void> {
  await page.route(path, async (route: Route) => {
    // A connection that was kept open may be closed by the server at the same moment.
    const response = await route.fetch({ maxRetries: 3 });
    if (!response.ok()) return route.fulfill({ response });
    await route.fulfill({ response, json: change(schema.parse(await response.json())) });
  });
}

/** From now on the server does not answer at all. */
export async function holdAnswer(page: Page, path: RegExp): Promise<void> {
  await page.route(path, () => undefined);
}

/** From now on something is wrong at the server. */
export async function failAnswer(page: Page, path: RegExp): Promise<void> {
  await page.route(path, (route) =>
    route.fulfill({ status: 500, json: { error: { code: 'internal', message: 'played' } } }),
  );
}

/** As the server answers. */
export async function answerTruly(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}
