import { describe, expect, it } from 'vitest';
import { PhoneForm } from '../../../../src-renderer/features/settings/phone-form.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile } from '../../support/samples.ts';

const save = 'PUT /api/agents/phone';

describe('PhoneForm', () => {
  it('shows the number the way it is written at home', async () => {
    const { screen } = await renderConsole(<PhoneForm phoneNumber="+81312345678" />);

    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('03-1234-5678');
  });

  it.each([
    ['090-1234-5678', '+819012345678'],
    ['０９０ー１２３４ー５６７８', '+819012345678'],
    ['(03) 1234 5678', '+81312345678'],
    ['+44 20 7946 0018', '+442079460018'],
  ])('takes %s', async (written, sent) => {
    const { screen, server } = await renderConsole(<PhoneForm phoneNumber={null} />, {
      answers: { [save]: () => json(sampleProfile({ phoneNumber: sent })) },
    });

    await screen.getByLabelText('電話番号').fill(written);
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ phoneNumber: sent });
  });

  it('refuses what is no number, and sends nothing', async () => {
    const { screen, server } = await renderConsole(<PhoneForm phoneNumber={null} />);

    await screen.getByLabelText('電話番号').fill('03-12');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(/電話番号として正しくありません/)).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('brings back the number that was taken away, without having asked before', async () => {
    const { screen, server, rerender } = await renderConsole(<PhoneForm phoneNumber="+81312345678" />, {
      answers: { [save]: () => json(sampleProfile()) },
    });
    await screen.getByLabelText('電話番号').fill('');
    await screen.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => server.requests.length).toBe(1);
    await rerender(<PhoneForm phoneNumber={null} />);

    await screen.getByRole('button', { name: '前の内容に戻す' }).click();

    await expect.poll(() => server.requests[1]?.body).toEqual({ phoneNumber: '+81312345678' });
  });

  it('takes the number away when the field is emptied', async () => {
    const { screen, server } = await renderConsole(<PhoneForm phoneNumber="+81312345678" />, {
      answers: { [save]: () => json(sampleProfile({ phoneNumber: null })) },
    });

    await screen.getByLabelText('電話番号').fill('');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ phoneNumber: null });
  });

  it('can be saved only after a change, and the change undone', async () => {
    const { screen } = await renderConsole(<PhoneForm phoneNumber="+81312345678" />);
    const saveButton = screen.getByRole('button', { name: '保存' });

    await expect.element(saveButton).toBeDisabled();
    await screen.getByLabelText('電話番号').fill('090');
    await expect.element(saveButton).toBeEnabled();
    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('03-1234-5678');
    await expect.element(saveButton).toBeDisabled();
  });

  it('says in words what kept it from being saved, and keeps what was written', async () => {
    const { screen } = await renderConsole(<PhoneForm phoneNumber={null} />, {
      answers: { [save]: () => refused('internal', 500) },
    });

    await screen.getByLabelText('電話番号').fill('090-1234-5678');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('サーバーで問題が起きました');
    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('090-1234-5678');
  });
});
