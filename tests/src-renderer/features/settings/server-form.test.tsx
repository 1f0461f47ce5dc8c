import { describe, expect, it } from 'vitest';
import { ServerForm } from '../../../../src-renderer/features/settings/server-form.tsx';
import type { ServerChange } from '../../../../src-renderer/platform/desktop.ts';
import { renderConsole } from '../../support/render-console.tsx';

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
  const { screen } = await renderConsole(<ServerForm server={server} />);
  return { screen, asked };
}
