import { describe, expect, it } from 'vitest';
import { CustomersList } from '../../../../src-renderer/features/customers/customers-list.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleCustomer } from '../../support/samples.ts';

const list = 'GET /api/customers';

describe('CustomersList', () => {
  it('asks the server for what is searched', async () => {
    const { screen, server } = await renderConsole(<CustomersList selected={null} rowAction={() => null} />, {
      answers: { [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }) },
    });

    await screen.getByRole('searchbox').fill('北浜');

    await expect
      .poll(() => server.requests.at(-1)?.path)
      .toBe(`/api/customers?search=${encodeURIComponent('北浜')}&offset=0&limit=100`);
  });

  it('loads the next customers when the end comes into sight', async () => {
    const customers = Array.from({ length: 5 }, (_, number) => sampleCustomer(number));

    const { server } = await renderConsole(<CustomersList selected={null} rowAction={() => null} />, {
      answers: { [list]: () => json({ customers, total: 10 }) },
    });

    await expect.poll(() => server.requests.at(-1)?.path).toContain('offset=5');
  });

  it('says that a customer must not be called', async () => {
    const blocked = sampleCustomer(1, { doNotCall: true });

    const { screen } = await renderConsole(<CustomersList selected={null} rowAction={() => null} />, {
      answers: { [list]: () => json({ customers: [blocked], total: 1 }) },
    });

    await expect.element(screen.getByRole('link')).toHaveTextContent('発信禁止');
  });

  it('names what was searched in vain', async () => {
    const { screen } = await renderConsole(<CustomersList selected={null} rowAction={() => null} />, {
      answers: { [list]: () => json({ customers: [], total: 0 }) },
    });

    await screen.getByRole('searchbox').fill('北浜');

    await expect.element(screen.getByText('「北浜」に合う顧客はいません')).toBeVisible();
  });

  it('says that the customers could not be loaded, and loads them when asked again', async () => {
    const { screen, server } = await renderConsole(<CustomersList selected={null} rowAction={() => null} />, {
      answers: { [list]: () => refused('internal', 500) },
    });

    await expect.element(screen.getByRole('alert')).toHaveTextContent('読み込めませんでした');
    server.answer({ [list]: () => json({ customers: [sampleCustomer(1)], total: 1 }) });
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    await expect.element(screen.getByRole('link', { name: /第1工業/ })).toBeVisible();
  });
});
