import { describe, expect, it } from 'vitest';
import { type User, userSchema } from '../../../../../backend/contract/users.ts';
import { UsersSettings } from '../../../../../src-renderer/features/settings/users/users-settings.tsx';
import { type Answers, json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { sampleStatus } from '../../../support/samples.ts';

const admin = sampleUser({ id: 'admin', name: '管理 太郎', email: 'admin@example.com', role: 'admin' });
const misaki = sampleUser();

function sampleUser(changes: object = {}): User {
  return userSchema.parse({
    id: 'misaki',
    name: '佐藤',
    email: 'misaki@example.com',
    role: 'agent',
    state: 'active',
    lastSignInAt: '2026-11-20T00:00:00.000Z',
    linkExpiresAt: null,
    ...changes,
  });
}

function invitation(user: User) {
  const link = { url: 'http://localhost:8787/#/set-password/secret', expiresAt: '2026-11-21T01:00:00.000Z' };
  return json({ user: { ...user, state: 'invited', linkExpiresAt: link.expiresAt }, link }, 201);
}

async function renderUsers(users: readonly User[], answers: Answers = {}) {
  return renderConsole(<UsersSettings me={admin.id} />, {
    answers: {
      'GET /api/users': () => json({ users }),
      'GET /api/agents': () => json({ agents: [sampleStatus()] }),
      ...answers,
    },
  });
}

type Rendered = Awaited<ReturnType<typeof renderUsers>>;

/** Opens the form of the second account, and gives its row. */
async function edit(screen: Rendered['screen']) {
  await screen.getByRole('button', { name: '佐藤さんの操作' }).click();
  await screen.getByRole('menuitem', { name: '氏名と役割を変える' }).click();
  return screen.getByRole('listitem').nth(1);
}

function isChange({ method }: { readonly method: string }): boolean {
  return method !== 'GET';
}

describe('UsersSettings', () => {
  it('lists who may sign in, in which state, and when they last did', async () => {
    const { screen } = await renderUsers([admin, misaki, sampleUser({ id: 'new', state: 'invited' })]);

    const rows = screen.getByRole('list', { name: '社員' }).getByRole('listitem');
    await expect.element(rows.nth(0)).toHaveTextContent(/管理 太郎管理者 · 自分/);
    await expect.element(rows.nth(1)).toHaveTextContent(/営業担当者.*最終サインイン[ 0-9/:]*受付可$/);
    await expect.element(rows.nth(2)).toHaveTextContent(/リンクの期限が切れています.*パスワード未設定/);
  });

  it('says what to do while there is nobody else', async () => {
    const { screen } = await renderUsers([admin]);

    await expect.element(screen.getByText(/まだ自分だけです/)).toBeVisible();
  });

  it('can be loaded again when that failed', async () => {
    const { screen, server } = await renderUsers([], { 'GET /api/users': () => refused('internal', 500) });
    await expect.element(screen.getByRole('alert')).toBeVisible();

    server.answer({ 'GET /api/users': () => json({ users: [admin, misaki] }) });
    await screen.getByRole('button', { name: /もう一度|再/ }).click();

    await expect.element(screen.getByText('misaki@example.com')).toBeVisible();
  });

  it('adds somebody, and shows this once the link for their password', async () => {
    const { screen, server } = await renderUsers([admin], { 'POST /api/users': () => invitation(misaki) });
    await screen.getByLabelText('氏名').fill('佐藤');
    await screen.getByLabelText('メールアドレス').fill('Misaki@example.com');

    await screen.getByRole('button', { name: '社員を追加' }).click();

    await expect
      .element(screen.getByLabelText('リンク', { exact: true }))
      .toHaveValue('http://localhost:8787/#/set-password/secret');
    expect(server.requests.find(isChange)?.body).toEqual({
      name: '佐藤',
      email: 'misaki@example.com',
      role: 'agent',
    });
    await expect.element(screen.getByRole('listitem').nth(1)).toHaveTextContent('パスワード未設定');
    await screen.getByRole('button', { name: '閉じる' }).click();
    await expect.element(screen.getByLabelText('リンク', { exact: true })).not.toBeInTheDocument();
  });

  it('says at the field what is wrong, and sends nothing', async () => {
    const { screen, server } = await renderUsers([admin]);

    await screen.getByRole('button', { name: '社員を追加' }).click();

    await expect.element(screen.getByText('氏名を60文字以内で入力してください')).toBeVisible();
    await expect.element(screen.getByText('メールアドレスの形で入力してください')).toBeVisible();
    expect(server.requests.filter(isChange)).toEqual([]);
  });

  it('says at the field that the address is taken', async () => {
    const { screen } = await renderUsers([admin], { 'POST /api/users': () => refused('email-taken') });
    await screen.getByLabelText('氏名').fill('佐藤');
    await screen.getByLabelText('メールアドレス').fill('misaki@example.com');

    await screen.getByRole('button', { name: '社員を追加' }).click();

    await expect.element(screen.getByText(/すでに使われています/)).toBeVisible();
    await expect.element(screen.getByLabelText('メールアドレス')).toHaveAttribute('aria-invalid', 'true');
  });

  it('takes that back when another address is typed', async () => {
    const { screen } = await renderUsers([admin], { 'POST /api/users': () => refused('email-taken') });
    await screen.getByLabelText('氏名').fill('佐藤');
    await screen.getByLabelText('メールアドレス').fill('misaki@example.com');
    await screen.getByRole('button', { name: '社員を追加' }).click();
    await expect.element(screen.getByText(/すでに使われています/)).toBeVisible();

    await screen.getByLabelText('メールアドレス').fill('misaki.sato@example.com');

    await expect.element(screen.getByText(/すでに使われています/)).not.toBeInTheDocument();
  });

  it('says of a control character that it is one, not that the name is too long', async () => {
    const { screen } = await renderUsers([admin]);

    await screen.getByLabelText('氏名').fill('佐\u0007藤');
    await screen.getByRole('button', { name: '社員を追加' }).click();

    await expect.element(screen.getByText(/目に見えない制御文字/)).toBeVisible();
    await expect.element(screen.getByText(/60文字以内/)).not.toBeInTheDocument();
  });

  it('disables without asking, and enables again with one click', async () => {
    const { screen, server } = await renderUsers([admin, misaki], {
      'PUT /api/users/misaki': ({ body }) =>
        json({ ...misaki, state: JSON.stringify(body).includes('true') ? 'disabled' : 'active' }),
    });
    await screen.getByRole('button', { name: '佐藤さんの操作' }).click();
    await screen.getByRole('menuitem', { name: '停止する' }).click();
    await expect.element(screen.getByText('停止中')).toBeVisible();

    await screen.getByRole('button', { name: '元に戻す' }).click();

    await expect.element(screen.getByText('停止中')).not.toBeInTheDocument();
    expect(server.requests.filter(isChange).map(({ body }) => body)).toEqual([
      { disabled: true },
      { disabled: false },
    ]);
  });

  it('says in words why a change was refused', async () => {
    const { screen } = await renderUsers([admin, misaki], {
      'PUT /api/users/misaki': () => refused('last-admin'),
    });

    await screen.getByRole('button', { name: '佐藤さんの操作' }).click();
    await screen.getByRole('menuitem', { name: '停止する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('管理者がいなくなるため');
  });

  it('changes name and role', async () => {
    const { screen, server } = await renderUsers([admin, misaki], {
      'PUT /api/users/misaki': () => json({ ...misaki, name: '鈴木', role: 'admin' }),
    });
    const row = await edit(screen);
    await expect.element(row.getByLabelText('氏名')).toHaveFocus();
    await row.getByLabelText('氏名').fill('鈴木');
    await row.getByRole('radio', { name: '管理者' }).click();

    await row.getByRole('button', { name: '保存' }).click();

    await expect.element(row).toHaveTextContent('保存しました。');
    await expect.element(row.getByRole('button', { name: /さんの操作/ })).toHaveFocus();
    expect(server.requests.find(isChange)?.body).toEqual({ name: '鈴木', role: 'admin' });
  });

  it('sends only what was written, also to take it back', async () => {
    const { screen, server } = await renderUsers([admin, misaki], {
      'PUT /api/users/misaki': ({ body }) => json({ ...misaki, ...userSchema.partial().parse(body) }),
    });
    const row = await edit(screen);
    await row.getByLabelText('氏名').fill('鈴木');
    await row.getByRole('button', { name: '保存' }).click();
    await expect.element(row).toHaveTextContent('鈴木');

    await row.getByRole('button', { name: '元に戻す' }).click();

    await expect.element(row).toHaveTextContent('佐藤');
    expect(server.requests.filter(isChange).map(({ body }) => body)).toEqual([
      { name: '鈴木' },
      { name: '佐藤' },
    ]);
  });

  it('keeps what was written when it could not be saved, and says why', async () => {
    const { screen, server } = await renderUsers([admin, misaki], {
      'PUT /api/users/misaki': () => refused('last-admin'),
    });
    const row = await edit(screen);
    await row.getByLabelText('氏名').fill('鈴木');

    await row.getByRole('button', { name: '保存' }).click();

    await expect.element(row.getByRole('alert')).toHaveTextContent('管理者がいなくなるため');
    await expect.element(row.getByLabelText('氏名')).toHaveValue('鈴木');
    server.answer({ 'PUT /api/users/misaki': () => json({ ...misaki, name: '鈴木' }) });
    await row.getByRole('button', { name: '保存' }).click();
    await expect.element(row).toHaveTextContent('保存しました。');
    await expect.element(row.getByLabelText('氏名')).not.toBeInTheDocument();
  });

  it('asks before it voids a password that somebody has', async () => {
    const { screen, server } = await renderUsers([admin, misaki], {
      'POST /api/users/misaki/password-link': () => invitation(misaki),
    });
    await screen.getByRole('button', { name: '佐藤さんの操作' }).click();
    await screen.getByRole('menuitem', { name: 'パスワードを設定し直す' }).click();
    await expect.element(screen.getByRole('group', { name: /今のパスワードを無効に/ })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '設定し直す' })).toHaveFocus();
    expect(server.requests.filter(isChange)).toEqual([]);

    await screen.getByRole('button', { name: '設定し直す' }).click();

    await expect.element(screen.getByLabelText('リンク', { exact: true })).toBeVisible();
  });

  it('makes another link at once for who has no password yet', async () => {
    const invited = sampleUser({ state: 'invited' });
    const { screen, server } = await renderUsers([admin, invited], {
      'POST /api/users/misaki/password-link': () => invitation(misaki),
    });
    await screen.getByRole('button', { name: '佐藤さんの操作' }).click();

    await screen.getByRole('menuitem', { name: '新しいリンクを作る' }).click();

    await expect.element(screen.getByLabelText('リンク', { exact: true })).toBeVisible();
    expect(server.requests.filter(isChange)).toHaveLength(1);
  });

  it('does not let admins disable or demote themselves', async () => {
    const { screen } = await renderUsers([admin, misaki]);
    await screen.getByRole('button', { name: '管理 太郎さんの操作' }).click();

    await expect
      .element(screen.getByRole('menuitem', { name: '停止する' }))
      .toHaveAttribute('aria-disabled', 'true');
    await screen.getByRole('menuitem', { name: '氏名と役割を変える' }).click();

    await expect.element(screen.getByText(/自分の役割は変えられません/)).toBeVisible();
  });

  it('offers nothing while the connection is lost', async () => {
    const { screen, platform } = await renderUsers([admin, misaki]);
    await expect.element(screen.getByRole('button', { name: '佐藤さんの操作' })).toBeEnabled();

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByRole('button', { name: '佐藤さんの操作' })).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: '社員を追加' })).toBeDisabled();
  });
});
