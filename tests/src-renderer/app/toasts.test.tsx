import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Shell } from '../../../src-renderer/app/shell.tsx';
import { SoftphoneContext } from '../../../src-renderer/features/softphone/use-softphone.ts';
import { showToast } from '../../../src-renderer/platform/toasts.ts';
import { json } from '../support/fake-server.ts';
import { playSoftphone } from '../support/played-softphone.ts';
import { renderConsole } from '../support/render-console.tsx';
import { sampleCustomer, sampleProfile, sampleSession } from '../support/samples.ts';

const widths = [480, 720, 900, 1_099, 1_280];
const sizes = widths.flatMap((width) => [480, 720, 899, 900].map((height) => ({ width, height })));
const texts = [
  'この番号は発信禁止です。先方から断りを受けているため、発信できません。',
  '2社を変更しました',
  '予定を延ばしました',
];

afterEach(() => page.viewport(1280, 800));

const undo = { label: '元に戻す', run: () => undefined };

describe('Toasts', () => {
  it.each(sizes)('cover no control, three of them, in a window of $width by $height', async (size) => {
    await page.viewport(size.width, size.height);
    const { screen, platform } = await renderCustomers(size.height);
    platform.connection.setState({ type: 'lost', since: Date.parse('2026-11-20T01:01:00.000Z') }, true);

    for (const text of texts) showToast(platform.toasts, 'failed', text, undo);

    for (const text of texts) await expect.element(screen.getByText(text)).toBeInTheDocument();
    expect(controlsUnder(screen.getByText(texts[0] ?? '').element())).toEqual([]);
  });

  it('show what can be done about the newest, however long its sentence is, in the lowest window', async () => {
    await page.viewport(1_280, 720);
    const { screen, platform } = await renderCustomers(720);
    platform.connection.setState({ type: 'lost', since: Date.parse('2026-11-20T01:01:00.000Z') }, true);

    for (const text of texts.toReversed()) showToast(platform.toasts, 'failed', text, undo);

    await expect.element(screen.getByText(texts[0] ?? '')).toBeInTheDocument();
    expect(shownAtItsMiddle(screen.getByRole('button', { name: '元に戻す' }).first().element())).toBe(true);
    expect(shownAtItsMiddle(screen.getByRole('button', { name: '今すぐつなぐ' }).element())).toBe(true);
  });

  it('are three at the most, of which the newest is the first', async () => {
    const { screen, platform } = await renderCustomers(800);

    for (const text of ['一つ目', '二つ目', '三つ目', '四つ目']) showToast(platform.toasts, 'done', text);

    await expect.element(screen.getByText('四つ目')).toBeVisible();
    const said = screen.getByText(/^.つ目$/).elements();
    expect(said.map(({ textContent }) => textContent)).toEqual(['四つ目', '三つ目', '二つ目']);
  });

  it('offer a way back, once', async () => {
    const { screen, platform } = await renderCustomers(800);
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

function shownAtItsMiddle(control: Element): boolean {
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return there !== null && control.contains(there);
}

/** The page with a control in every row, as many rows as fit. */
async function renderCustomers(frameHeight: number) {
  const softphone = await playSoftphone();
  const customers = Array.from({ length: 40 }, (_, number) => sampleCustomer(number));
  const rendered = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <Shell session={sampleSession()} profile={sampleProfile()} onReconnect={() => undefined} />
    </SoftphoneContext>,
    {
      at: '/customers',
      frameHeight,
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

/** What would be pressed in the toasts' place, at the corners and in the middle of what is seen of them, if they were not there. */
function controlsUnder(words: Element): (string | null)[] {
  const toasts = words.closest<HTMLElement>('[role=status]');
  if (toasts === null) throw new Error('the words are in no toast');
  const { left, right, top, bottom } = toasts.getBoundingClientRect();
  toasts.style.visibility = 'hidden';
  const points = [left + 2, (left + right) / 2, right - 2].flatMap((x) =>
    [top + 2, (top + bottom) / 2, bottom - 2].map((y) => [x, y] as const),
  );
  return points.flatMap(([x, y]) => {
    const control = document.elementFromPoint(x, y)?.closest('button, a, input, select');
    return control ? [control.textContent] : [];
  });
}
