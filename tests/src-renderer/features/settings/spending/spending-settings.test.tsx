import { describe, expect, it } from 'vitest';
import { type Spending, spendingSchema } from '../../../../../backend/contract/spending.ts';
import { SpendingSettings } from '../../../../../src-renderer/features/settings/spending/spending-settings.tsx';
import { json } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';

function spendingOf(settings: Spending['settings'], today: Partial<Spending['today']> = {}): Spending {
  return spendingSchema.parse({
    version: 3,
    settings,
    today: {
      since: '2026-11-19T15:00:00.000Z',
      timeZone: 'Asia/Tokyo',
      minutes: 340,
      spent: 4_080,
      standing: 'within',
      ...today,
    },
  });
}

const capped = { dailyCap: 5_000, pricePerMinute: 12 };

async function renderSpending(spending: Spending) {
  return renderConsole(<SpendingSettings />, {
    answers: {
      'GET /api/spending': () => json(spending),
      'PUT /api/spending': ({ body }) => {
        const { version, settings } = spendingSchema.pick({ version: true, settings: true }).parse(body);
        return json({ ...spending, version: version + 1, settings });
      },
    },
  });
}

describe('SpendingSettings', () => {
  it('tells what was spent today, and that it is an estimate', async () => {
    const { screen } = await renderSpending(spendingOf(capped, { standing: 'near' }));

    await expect.element(screen.getByText('今日使った額（見積もり・請求の通貨）')).toBeVisible();
    await expect.element(screen.getByText('4,080（上限5,000）')).toBeVisible();
    await expect.element(screen.getByText('上限の8割に達しました')).toBeVisible();
    await expect.element(screen.getByText(/日付は日本標準時の0時に替わります/)).toBeVisible();
  });

  it('says what to do once the cap is reached', async () => {
    const { screen } = await renderSpending(spendingOf(capped, { spent: 5_004, standing: 'reached' }));

    await expect.element(screen.getByText(/発信を止めています。続けるには/)).toBeVisible();
  });

  it('saves a cap and a price as they are typed in Japanese', async () => {
    const nothing = spendingOf({ dailyCap: null, pricePerMinute: 0 }, { spent: 0, standing: 'uncapped' });
    const { screen, server } = await renderSpending(nothing);

    await screen.getByLabelText('1日の上限').fill('１０,０００');
    await screen.getByLabelText('回線1本・1分あたりの料金').fill('12.5');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.body)
      .toEqual({ version: 3, settings: { dailyCap: 10_000, pricePerMinute: 12.5 } });
  });

  it.each([
    ['1日の上限', 'たくさん', '1から100,000,000までの数字で入力するか、空欄にしてください'],
    ['回線1本・1分あたりの料金', '', '上限を決めるには、料金が必要です'],
  ])('says of %s what is wrong with %j', async (field, typed, problem) => {
    const { screen, server } = await renderSpending(spendingOf(capped));

    await screen.getByLabelText(field).fill(typed);
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(problem)).toBeVisible();
    expect(server.requests.some(({ method }) => method === 'PUT')).toBe(false);
  });
});
