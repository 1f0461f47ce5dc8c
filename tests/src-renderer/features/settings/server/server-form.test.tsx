import { describe, expect, it } from 'vitest';
import { ServerForm } from '../../../../../src-renderer/features/settings/server/server-form.tsx';
import type { ServerChange } from '../../../../../src-renderer/platform/desktop.ts';
import { queryKeys } from '../../../../../src-renderer/platform/query-keys.ts';
import { renderConsole } from '../../../support/render-console.tsx';

describe('ServerForm', () => {
  it('shows the server and changes it', async () => {
    const { screen, asked } = await renderForm({ kind: 'changed', address: 'https://calls.example.com' });
    const field = screen.getByRole('textbox', { name: 'サーバーのアドレス' });
    await expect.element(field).toHaveValue('http://localhost:8787');

    await field.fill('https://calls.example.com');
    await screen.getByRole('button', { name: '変更する' }).click();

    await expect.poll(() => asked).toEqual(['https://calls.example.com']);
  });

  it('says why a server elsewhere needs https', async () => {
    const { screen } = await renderForm({ kind: 'refused', problem: 'not-encrypted' });

    await screen.getByRole('textbox', { name: 'サーバーのアドレス' }).fill('http://calls.example.com');
    await screen.getByRole('button', { name: '変更する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('httpsのアドレスが必要です');
  });

  it('says why the server stays during a call', async () => {
    const { screen, platform } = await renderForm({ kind: 'refused', problem: 'on-call' });
    platform.drafts.keep('customers-list', {});

    await screen.getByRole('button', { name: '変更する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('通話中は変更できません');
  });

  it('asks before what is not saved goes with the server, and leaves nothing of the account', async () => {
    const { screen, asked, platform, cache } = await renderForm({
      kind: 'changed',
      address: 'https://calls.example.com',
    });
    platform.drafts.keep('new-customer', { company: 'ミナト工業' });
    cache.setQueryData(queryKeys.activeCalls, []);
    await screen.getByRole('button', { name: '変更する' }).click();
    await expect.element(screen.getByText(/サーバーを変えると消えます/)).toBeVisible();
    expect(asked).toEqual([]);

    await screen.getByRole('button', { name: '変更する' }).click();

    await expect.poll(() => platform.drafts.keys()).toEqual([]);
    expect(cache.getQueryData(queryKeys.activeCalls)).toBeUndefined();
    expect(asked).toEqual(['http://localhost:8787']);
  });
});

async function renderForm(answer: ServerChange) {
  const asked: string[] = [];
  const server = {
    get: async () => 'http://localhost:8787',
    set: async (address: string) => {
      asked.push(address);
      return answer;
    },
  };
  const rendered = await renderConsole(<ServerForm server={server} />);
  return { ...rendered, asked };
}
