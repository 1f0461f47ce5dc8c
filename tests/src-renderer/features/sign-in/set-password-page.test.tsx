import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { SetPasswordPage } from '../../../../src-renderer/features/sign-in/set-password-page.tsx';
import { json, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';

const set = 'POST /api/password';
const check = 'POST /api/password/link';
const usable = (): Response => new Response(null, { status: 204 });
const chosen = 'a password of her own';

async function renderPage(
  answer: () => Response = () => json({ email: 'misaki@example.com' }),
  link = usable,
) {
  const rendered = await renderConsole(<SetPasswordPage token="secret" />, {
    answers: { [set]: answer, [check]: link },
  });
  const { screen } = rendered;
  const fill = async (password: string, again = password): Promise<void> => {
    await screen.getByLabelText('新しいパスワード', { exact: true }).fill(password);
    await screen.getByLabelText('新しいパスワード（もう一度）').fill(again);
    await userEvent.keyboard('{Enter}');
  };
  return { ...rendered, fill };
}

describe('SetPasswordPage', () => {
  it('sets the password, says whose, and leads to the sign-in', async () => {
    const { screen, server, fill, places } = await renderPage();

    await fill(chosen);

    await expect.element(screen.getByText('misaki@example.comのパスワードを設定しました。')).toBeVisible();
    expect(server.requests.at(-1)?.body).toEqual({ token: 'secret', password: chosen });
    await screen.getByRole('link', { name: 'サインインへ進む' }).click();
    expect(places.at(-1)).toBe('/');
  });

  it.each([
    ['too short', 'too short', '10文字以上で入力してください'],
    ['x'.repeat(129), 'x'.repeat(129), '128文字以内で入力してください'],
    [chosen, 'another one of hers', '2つのパスワードが違います'],
  ])('sends neither %s nor %s', async (password, again, words) => {
    const { screen, server, fill } = await renderPage();

    await fill(password, again);

    await expect.element(screen.getByText(words)).toBeVisible();
    expect(server.requests.map(({ path }) => path)).toEqual(['/api/password/link']);
  });

  it('says at once that the link was used, before anything is filled in', async () => {
    const { screen, server } = await renderPage(undefined, () => refused('link-over'));

    await expect.element(screen.getByRole('heading')).toHaveTextContent('このリンクは使えません');

    await expect.element(screen.getByLabelText('新しいパスワード', { exact: true })).not.toBeInTheDocument();
    expect(server.requests.map(({ body }) => body)).toEqual([{ token: 'secret' }]);
  });

  it('shows the form where it cannot be told whether the link is usable', async () => {
    const { screen } = await renderPage(undefined, () => refused('too-many-requests', 429));

    await expect.element(screen.getByLabelText('新しいパスワード', { exact: true })).toBeVisible();
  });

  it('says clearly that the link was used or has expired, and who has another', async () => {
    const { screen, fill } = await renderPage(() => refused('link-over'));

    await fill(chosen);

    await expect.element(screen.getByRole('heading')).toHaveTextContent('このリンクは使えません');
    await expect.element(screen.getByRole('alert')).toHaveTextContent('管理者に新しいリンクをご依頼ください');
    await expect.element(screen.getByLabelText('新しいパスワード', { exact: true })).not.toBeInTheDocument();
  });

  it('keeps what was written when the server cannot do it now', async () => {
    const { screen, fill } = await renderPage(() => refused('too-many-requests', 429));

    await fill(chosen);

    await expect.element(screen.getByRole('alert')).toHaveTextContent('少し待ってから');
    await expect.element(screen.getByLabelText('新しいパスワード', { exact: true })).toHaveValue(chosen);
  });
});
