import { describe, expect, it } from 'vitest';
import { AccountSettings } from '../../../../../src-renderer/features/settings/account/account-settings.tsx';
import { PhoneForm } from '../../../../../src-renderer/features/settings/phone/phone-form.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { sampleProfile } from '../../../support/samples.ts';

const save = 'PUT /api/agents/phone';

function Form({
  phoneNumber,
  version = 1,
}: {
  readonly phoneNumber: string | null;
  readonly version?: number;
}) {
  return (
    <PhoneForm
      whose={null}
      profile={sampleProfile({ phoneNumber, version })}
      read={async () => sampleProfile({ phoneNumber: '+81312340000', version: 2 })}
      onSaved={() => undefined}
    />
  );
}

function saved(phoneNumber: string | null, version = 2) {
  return () => json(sampleProfile({ phoneNumber, version }));
}

describe('PhoneForm', () => {
  it('shows the number the way it is written at home', async () => {
    const { screen } = await renderConsole(<Form phoneNumber="+81312345678" />);

    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('03-1234-5678');
  });

  it.each([
    ['090-1234-5678', '+819012345678'],
    ['０９０ー１２３４ー５６７８', '+819012345678'],
    ['(03) 1234 5678', '+81312345678'],
    ['+44 20 7946 0018', '+442079460018'],
  ])('takes %s', async (written, sent) => {
    const { screen, server } = await renderConsole(<Form phoneNumber={null} />, {
      answers: { [save]: saved(sent) },
    });

    await screen.getByLabelText('電話番号').fill(written);
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests[0]?.body)
      .toEqual({ phoneNumber: sent, reachByPhone: 'offline', basedOn: 1 });
  });

  it('saves when the telephone is to be rung', async () => {
    const { screen, server } = await renderConsole(<Form phoneNumber="+81312345678" />, {
      answers: { [save]: saved('+81312345678') },
    });

    await screen.getByRole('radio', { name: '常に' }).click();
    await screen.getByRole('button', { name: '保存' }).click();

    await expect
      .poll(() => server.requests[0]?.body)
      .toEqual({ phoneNumber: '+81312345678', reachByPhone: 'always', basedOn: 1 });
  });

  it('refuses what is no number, and sends nothing', async () => {
    const { screen, server } = await renderConsole(<Form phoneNumber={null} />);

    await screen.getByLabelText('電話番号').fill('03-12');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(/電話番号として正しくありません/)).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('brings back the number that was taken away, without having asked before', async () => {
    const { screen, server } = await renderConsole(<Form phoneNumber="+81312345678" />, {
      answers: { [save]: saved(null) },
    });
    await screen.getByLabelText('電話番号').fill('');
    await screen.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => server.requests[0]?.body).toMatchObject({ phoneNumber: null, basedOn: 1 });
    server.answer({ [save]: saved('+81312345678', 3) });

    await screen.getByRole('button', { name: '前の内容に戻す' }).click();

    await expect
      .poll(() => server.requests[1]?.body)
      .toMatchObject({ phoneNumber: '+81312345678', basedOn: 2 });
    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('03-1234-5678');
    await expect.element(screen.getByRole('button', { name: '前の内容に戻す' })).not.toBeInTheDocument();
  });

  it('asks whose number stays where an admin has set another meanwhile', async () => {
    const { screen, server } = await renderConsole(<Form phoneNumber="+81312345678" />, {
      answers: { [save]: () => refused('changed-elsewhere') },
    });
    await screen.getByLabelText('電話番号').fill('090-1234-5678');

    await screen.getByRole('button', { name: '保存' }).click();
    await expect.element(screen.getByRole('group', { name: '電話番号' })).toHaveTextContent('03-1234-0000');
    server.answer({ [save]: saved('+819012345678', 3) });
    await screen.getByRole('button', { name: '選んだ内容で保存' }).click();

    await expect
      .poll(() => server.requests.at(-1)?.body)
      .toMatchObject({ phoneNumber: '+819012345678', basedOn: 2 });
  });

  it('can be saved only after a change, and the change undone', async () => {
    const { screen } = await renderConsole(<Form phoneNumber="+81312345678" />);
    const saveButton = screen.getByRole('button', { name: '保存' });

    await expect.element(saveButton).toBeDisabled();
    await screen.getByLabelText('電話番号').fill('090');
    await expect.element(saveButton).toBeEnabled();
    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('03-1234-5678');
    await expect.element(saveButton).toBeDisabled();
  });

  it('says in words what kept it from being saved, and keeps what was written', async () => {
    const { screen } = await renderConsole(<Form phoneNumber={null} />, {
      answers: { [save]: () => refused('internal', 500) },
    });

    await screen.getByLabelText('電話番号').fill('090-1234-5678');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('サーバーで問題が起きました');
    await expect.element(screen.getByLabelText('電話番号')).toHaveValue('090-1234-5678');
  });

  it('can still be verified by its owner where an admin sets the number', async () => {
    const profile = {
      ...sampleProfile({ phoneNumber: '+81312345678', phoneVerified: false }),
      locked: ['phone' as const],
    };
    const { screen } = await renderConsole(<AccountSettings profile={profile} />);

    await expect.element(screen.getByLabelText('電話番号')).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: '確認の電話をかける' })).toBeEnabled();
  });
});
