import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SecuritySettings } from '../../../../../src-renderer/features/settings/security/security-settings.tsx';
import { type Answers, json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';

const draft = {
  uri: 'otpauth://totp/Toritsugi:misaki%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Toritsugi',
  key: 'JBSWY3DPEHPK3PXP',
  backupCodes: ['aaaaa-bbbbb', 'ccccc-ddddd'],
};

function render(secondFactor: 'on' | 'off', answers: Answers = {}) {
  return renderConsole(<SecuritySettings />, {
    answers: { 'GET /api/security': () => json({ secondFactor }), ...answers },
  });
}

describe('the second factor', () => {
  it('is switched on with the password and a code, by keyboard, and shows the backup codes once', async () => {
    const { screen } = await render('off', {
      'POST /api/security/second-factor': () => json(draft, 201),
      'PUT /api/security/second-factor': () => json({ secondFactor: 'on' }),
    });

    await screen.getByRole('button', { name: '有効にする' }).click();
    await userEvent.keyboard('my password{Enter}');
    await expect.element(screen.getByRole('img', { name: '認証アプリ用の QR コード' })).toBeVisible();
    await expect.element(screen.getByText(draft.key)).toBeVisible();
    await userEvent.keyboard('123456{Enter}');

    await expect.element(screen.getByText('aaaaa-bbbbb')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('2段階認証を有効にしました', { exact: false })).toBeVisible();
    await expect.element(screen.getByText('aaaaa-bbbbb')).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: '無効にする' })).toHaveFocus();
  });

  it('says that the password is wrong, and keeps the cursor there', async () => {
    const { screen } = await render('on', {
      'POST /api/security/second-factor/off': () => refused('password-wrong'),
    });

    await screen.getByRole('button', { name: '無効にする' }).click();
    await userEvent.keyboard('not this one{Enter}');

    const field = screen.getByLabelText('パスワード', { exact: true });
    await expect.element(field).toHaveAccessibleDescription('今のパスワードが違います。');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveFocus();
  });
});

describe('the password', () => {
  it('is changed, and says what became of the other devices', async () => {
    const { screen, server } = await render('off', {
      'PUT /api/security/password': () => json({ secondFactor: 'off' }),
    });

    await screen.getByLabelText('今のパスワード').fill('my password');
    await screen.getByLabelText('新しいパスワード', { exact: true }).fill('marble tulip ferry');
    await screen.getByLabelText('新しいパスワード（もう一度）').fill('marble tulip ferry');
    await screen.getByRole('button', { name: '変更する' }).click();

    await expect.element(screen.getByText('パスワードを変更しました', { exact: false })).toBeVisible();
    expect(server.requests.at(-1)?.body).toEqual({ present: 'my password', wanted: 'marble tulip ferry' });
  });

  it.each([
    ['password-guessable', '互いに関係のない言葉'],
    ['password-personal', 'ご自身と関係のない言葉'],
  ] as const)('says how %s can be mended', async (code, words) => {
    const { screen } = await render('off', { 'PUT /api/security/password': () => refused(code) });

    await screen.getByLabelText('今のパスワード').fill('my password');
    await screen.getByLabelText('新しいパスワード', { exact: true }).fill('password12345');
    await screen.getByLabelText('新しいパスワード（もう一度）').fill('password12345');
    await screen.getByRole('button', { name: '変更する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
    const field = screen.getByLabelText('新しいパスワード', { exact: true });
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveFocus();
  });

  it('marks the present one where it is wrong', async () => {
    const { screen } = await render('off', {
      'PUT /api/security/password': () => refused('password-wrong'),
    });

    await screen.getByLabelText('今のパスワード').fill('not this one');
    await screen.getByLabelText('新しいパスワード', { exact: true }).fill('marble tulip ferry');
    await screen.getByLabelText('新しいパスワード（もう一度）').fill('marble tulip ferry');
    await screen.getByRole('button', { name: '変更する' }).click();

    const field = screen.getByLabelText('今のパスワード');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveAccessibleDescription('今のパスワードが違います。');
  });
});
