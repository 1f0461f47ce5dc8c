import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SignInForm } from '../../../../src-renderer/features/sign-in/sign-in-form.tsx';
import { ApiFailure } from '../../../../src-renderer/platform/api-failure.ts';
import type { Answers } from '../../support/fake-server.ts';
import { json, refused } from '../../support/fake-server.ts';
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

  it('says for how long it is closed after too many wrong tries', async () => {
    const locked = { error: { code: 'too-many-requests', message: 'locked', retryAfter: 840 } };
    const { screen } = await renderConsole(<SignInForm />, {
      answers: { [signIn]: () => json(locked, 429) },
    });

    await fillIn(screen);

    await expect.element(screen.getByRole('alert')).toHaveTextContent('あと14分');
  });
});

describe('the second step', () => {
  const enter = 'POST /api/auth/sign-in/code';
  const challenged = () => json({ challenge: 'a challenge' });

  it('asks for the code, and sends it with the challenge', async () => {
    const { screen, server } = await renderConsole(<SignInForm />, {
      answers: { [signIn]: challenged, [enter]: () => json({ token: 'token' }) },
    });
    await fillIn(screen);

    await expect.element(screen.getByLabelText('コード')).toHaveFocus();
    await userEvent.keyboard('123456{Enter}');

    await expect
      .poll(() => server.requests.find(({ path }) => path.endsWith('/code'))?.body)
      .toEqual({ challenge: 'a challenge', code: '123456' });
  });

  it('stays there after a wrong code, and goes back to the password when it is over', async () => {
    let answer = refused('sign-in-code-wrong');
    const { screen } = await renderConsole(<SignInForm />, {
      answers: { [signIn]: challenged, [enter]: () => answer },
    });
    await fillIn(screen);
    await screen.getByLabelText('コード').fill('000000');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('コードが違います');

    answer = refused('sign-in-over');
    await userEvent.keyboard('{Enter}');

    await expect.element(screen.getByLabelText('パスワード')).toBeVisible();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('パスワードからもう一度');
  });
});

type Screen = Awaited<ReturnType<typeof renderConsole>>['screen'];

async function fillIn(screen: Screen): Promise<void> {
  await screen.getByLabelText('メールアドレス').fill('misaki@example.com');
  await screen.getByLabelText('パスワード').fill('secret');
  await userEvent.keyboard('{Enter}');
}

function unreachable(): never {
  throw new ApiFailure('unreachable', 'connection refused');
}
