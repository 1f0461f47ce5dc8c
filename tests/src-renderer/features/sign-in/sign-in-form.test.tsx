import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SignInForm } from '../../../../src-renderer/features/sign-in/sign-in-form.tsx';
import { ApiFailure } from '../../../../src-renderer/platform/api-failure.ts';
import type { Answers } from '../../support/fake-server.ts';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';

const signIn = 'POST /api/auth/sign-in/email';

describe('SignInForm', () => {
  it('sends address and password with the Enter key', async () => {
    const { screen, server } = await renderConsole(<SignInForm />, {
      answers: { [signIn]: () => json({ token: 'token' }) },
    });

    await screen.getByLabelText('メールアドレス').fill('misaki@example.com');
    await screen.getByLabelText('パスワード').fill('secret');
    await userEvent.keyboard('{Enter}');

    await expect
      .poll(() => server.requests[0]?.body)
      .toEqual({ email: 'misaki@example.com', password: 'secret' });
  });

  it('sends nothing before both are filled in, and says which is missing', async () => {
    const { screen, server } = await renderConsole(<SignInForm />);

    await screen.getByLabelText('メールアドレス').fill('misaki');
    await screen.getByRole('button', { name: 'サインイン' }).click();

    await expect.element(screen.getByText('メールアドレスの形で入力してください')).toBeVisible();
    await expect.element(screen.getByText('パスワードを入力してください')).toBeVisible();
    await expect.element(screen.getByLabelText('メールアドレス')).toHaveAttribute('aria-invalid', 'true');
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['a wrong password', () => json({ code: 'INVALID_EMAIL_OR_PASSWORD' }, 401), 'パスワードが違います'],
    ['too many tries', () => json({ message: 'Too many requests' }, 429), '少し待ってから'],
    ['an unreachable server', unreachable, 'サーバーに接続できません'],
  ])('says in words that it was %s', async (_what, answer, words) => {
    const answers: Answers = { [signIn]: answer };
    const { screen } = await renderConsole(<SignInForm />, { answers });

    await screen.getByLabelText('メールアドレス').fill('misaki@example.com');
    await screen.getByLabelText('パスワード').fill('secret');
    await screen.getByRole('button', { name: 'サインイン' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  });

  it('takes back what the server said once something else is wrong', async () => {
    const { screen } = await renderConsole(<SignInForm />, {
      answers: { [signIn]: () => json({ code: 'INVALID_EMAIL_OR_PASSWORD' }, 401) },
    });
    const submit = screen.getByRole('button', { name: 'サインイン' });
    await screen.getByLabelText('メールアドレス').fill('misaki@example.com');
    await screen.getByLabelText('パスワード').fill('secret');
    await submit.click();
    await expect.element(screen.getByText('パスワードが違います', { exact: false })).toBeVisible();

    await screen.getByLabelText('パスワード').fill('');
    await submit.click();

    await expect.element(screen.getByText('パスワードを入力してください')).toBeVisible();
    await expect.element(screen.getByText('パスワードが違います', { exact: false })).not.toBeInTheDocument();
  });
});

function unreachable(): never {
  throw new ApiFailure('unreachable', 'connection refused');
}
