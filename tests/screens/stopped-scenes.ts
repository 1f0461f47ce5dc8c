import { textsIn } from '../../src-main/language/texts.ts';
import { stoppedPage } from '../../src-main/windows/stopped-page.ts';
import { tightLooks } from './looks.ts';
import type { Studio } from './studio.ts';

/** What the desktop app says when its console stopped again and again. */
export async function shootStoppedPage(studio: Studio): Promise<void> {
  for (const language of ['ja', 'en'] as const) {
    const page = await studio.openPage(language);
    // The backend serves it to nobody: it is the app's own.
    await page.route('**/stopped.html', (route) =>
      route.fulfill({ body: stoppedPage(textsIn(language)), contentType: 'text/html' }),
    );
    await page.goto(`${studio.url}/stopped.html`);
    await page.getByRole('link').waitFor();
    await studio.shoot('stopped', tightLooks[language], page);
    await page.context().close();
  }
}
