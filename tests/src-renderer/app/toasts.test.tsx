import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Shell } from '../../../src-renderer/app/shell.tsx';
import { SoftphoneContext } from '../../../src-renderer/features/softphone/use-softphone.ts';
import { showToast } from '../../../src-renderer/platform/toasts.ts';
import { json } from '../support/fake-server.ts';
import { playSoftphone } from '../support/played-softphone.ts';
import { renderConsole } from '../support/render-console.tsx';
import { sampleCustomer, sampleProfile, sampleSession } from '../support/samples.ts';

const height = 700;

afterEach(() => page.viewport(1280, 800));

describe('Toasts', () => {
  it.each([480, 720, 900, 1_099, 1_280])('cover no control in a window %i px wide', async (width) => {
    await page.viewport(width, height);
    const { screen, platform } = await renderCustomers();

    showToast(
      platform.toasts,
      'failed',
      'この番号は発信禁止です。先方から断りを受けているため、発信できません。',
    );

    await expect.element(screen.getByText('この番号は発信禁止です')).toBeVisible();
    expect(controlsUnder(screen.getByText('この番号は発信禁止です').element())).toEqual([]);
  });

  it('offer a way back, once', async () => {
    const { screen, platform } = await renderCustomers();
    let undone = 0;
    const run = (): void => {
      undone += 1;
    };

    showToast(platform.toasts, 'done', '2社を変更しました', { label: '元に戻す', run });
    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect.element(screen.getByText('2社を変更しました')).not.toBeInTheDocument();
    expect(undone).toBe(1);
  });
});

/** The page with a control in every row, as many rows as fit. */
async function renderCustomers() {
  const softphone = await playSoftphone();
  const customers = Array.from({ length: 40 }, (_, number) => sampleCustomer(number));
  const rendered = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <Shell session={sampleSession()} profile={sampleProfile()} onReconnect={() => undefined} />
    </SoftphoneContext>,
    {
      at: '/customers',
      frameHeight: height,
      answers: {
        'GET /api/customers': () => json({ customers, total: customers.length }),
        'GET /api/calls/active': () => json({ calls: [] }),
        'GET /api/calls/history': () => json({ calls: [], next: null }),
        'GET /api/offers': () => json({ offers: [] }),
        'GET /api/agents': () => json({ agents: [] }),
      },
    },
  );
  await expect.element(rendered.screen.getByRole('link', { name: /第1工業/ }).first()).toBeVisible();
  return rendered;
}

/** What would be pressed at the toast's corners and middle if it could be seen and pressed through. */
function controlsUnder(words: Element): (string | null)[] {
  const toast = words.closest<HTMLElement>('.animate-appear');
  if (toast === null) throw new Error('the words are in no toast');
  const { left, right, top, bottom } = toast.getBoundingClientRect();
  toast.style.visibility = 'hidden';
  const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
    [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const),
  );
  return points.flatMap(([x, y]) => {
    const control = document.elementFromPoint(x, y)?.closest('button, a, input, select');
    return control ? [control.textContent] : [];
  });
}
