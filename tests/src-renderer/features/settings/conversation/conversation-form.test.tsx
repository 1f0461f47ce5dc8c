import { describe, expect, it } from 'vitest';
import type { ConversationSettings } from '../../../../../backend/contract/agents.ts';
import { OwnConversation } from '../../../../../src-renderer/features/settings/conversation/own-conversation.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { sampleProfile } from '../../../support/samples.ts';

const save = 'PUT /api/agents/conversation';
const settings = {
  myCompanyName: 'とりつぎ商会',
  myServiceName: 'ハコブ',
  myRepresentativeName: '佐藤',
  calleeDepartment: '情報システム',
  serviceDescription: '受発注の入力を自動にするサービスです。',
};

function Form({ settings: conversation }: { readonly settings: ConversationSettings | null }) {
  return <OwnConversation profile={sampleProfile({ conversation, version: 1 })} />;
}

describe('what the AI says of the team', () => {
  it('saves everything that the AI needs to say who is calling', async () => {
    const { screen, server, rerender } = await renderConsole(<Form settings={null} />, {
      answers: { [save]: () => json(sampleProfile({ conversation: settings })) },
    });

    await screen.getByLabelText('自社名').fill(' とりつぎ商会 ');
    await screen.getByLabelText('サービス名').fill('ハコブ');
    await screen.getByLabelText('名乗る氏名').fill('佐藤');
    await screen.getByLabelText('先方の部署・役職').fill('情報システム');
    await screen.getByLabelText('サービスの説明').fill(settings.serviceDescription);
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ ...settings, basedOn: 1 });
    await rerender(<Form settings={settings} />);
    await expect.element(screen.getByRole('status')).toHaveTextContent('保存しました');
  });

  it('says what is still missing, and sends nothing', async () => {
    const { screen, server } = await renderConsole(<Form settings={null} />);

    await screen.getByLabelText('自社名').fill('とりつぎ商会');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => screen.getByText('入力してください').elements().length).toBe(4);
    expect(server.requests).toEqual([]);
  });

  it('says how long a name may be', async () => {
    const { screen } = await renderConsole(<Form settings={settings} />);

    await screen.getByLabelText('名乗る氏名').fill('佐'.repeat(41));
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('40文字以内で入力してください')).toBeVisible();
  });

  it('says that a character cannot be spoken', async () => {
    const { screen, server } = await renderConsole(<Form settings={settings} />);

    await screen.getByLabelText('名乗る氏名').fill('佐\u0007藤');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(/制御文字/)).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('shows how the AI will introduce itself while it is being written', async () => {
    const { screen } = await renderConsole(<Form settings={settings} />);

    await screen.getByLabelText('自社名').fill('北浜商会');

    await expect.element(screen.getByText(/北浜商会の佐藤と申します/)).toBeVisible();
  });

  it('shows field by field what another tab has changed, and saves what is chosen', async () => {
    const theirs = { ...settings, myCompanyName: '北浜商会', myServiceName: 'ハコブ2' };
    const { screen, server } = await renderConsole(<Form settings={settings} />, {
      answers: {
        [save]: () => refused('changed-elsewhere'),
        'GET /api/agents/profile': () => json(sampleProfile({ conversation: theirs, version: 2 })),
      },
    });
    await screen.getByLabelText('自社名').fill('南浜商会');

    await screen.getByRole('button', { name: '保存' }).click();
    await expect.element(screen.getByRole('group', { name: '自社名' })).toHaveTextContent('北浜商会');
    server.answer({ [save]: () => json(sampleProfile({ conversation: theirs, version: 3 })) });
    await screen.getByRole('button', { name: '選んだ内容で保存' }).click();

    await expect
      .poll(() => server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body)
      .toEqual({ ...theirs, myCompanyName: '南浜商会', basedOn: 2 });
  });

  it('takes what is in the field when it is saved, and asks no longer once an admin locks it', async () => {
    const theirs = { ...settings, myCompanyName: '北浜商会' };
    const { screen, server, rerender } = await renderConsole(<Form settings={settings} />, {
      answers: {
        [save]: () => refused('changed-elsewhere'),
        'GET /api/agents/profile': () => json(sampleProfile({ conversation: theirs, version: 2 })),
      },
    });
    await screen.getByLabelText('自社名').fill('甲');
    await screen.getByRole('button', { name: '保存' }).click();
    await expect.element(screen.getByRole('group', { name: '自社名' })).toHaveTextContent('甲');

    await screen.getByLabelText('自社名').fill('乙');
    await expect.element(screen.getByRole('group', { name: '自社名' })).toHaveTextContent('乙');
    await screen.getByRole('button', { name: '選んだ内容で保存' }).click();

    await expect
      .poll(() => server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body)
      .toEqual({ ...theirs, myCompanyName: '乙', basedOn: 2 });
    const locked = sampleProfile({ conversation: settings, version: 1 });
    await rerender(<OwnConversation profile={{ ...locked, locked: ['conversation'] }} />);
    await expect.element(screen.getByRole('button', { name: '選んだ内容で保存' })).not.toBeInTheDocument();
  });

  it('keeps what was written when it cannot be saved, and says why', async () => {
    const { screen } = await renderConsole(<Form settings={settings} />, {
      answers: { [save]: () => refused('internal', 500) },
    });
    await screen.getByLabelText('自社名').fill('南浜商会');

    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByRole('alert')).toBeVisible();
    await expect.element(screen.getByLabelText('自社名')).toHaveValue('南浜商会');
  });

  it('cannot be changed where an admin keeps it to themselves', async () => {
    const profile = { ...sampleProfile({ conversation: settings }), locked: ['conversation' as const] };
    const { screen } = await renderConsole(<OwnConversation profile={profile} />);

    await expect.element(screen.getByLabelText('自社名')).toBeDisabled();
    await expect.element(screen.getByText(/管理者が設定しています/)).toBeVisible();
  });

  it('goes back to what was before the last save, as a newer version of it', async () => {
    const after = { ...settings, myCompanyName: '北浜商会' };
    const { screen, server } = await renderConsole(<Form settings={settings} />, {
      answers: { [save]: () => json(sampleProfile({ conversation: after, version: 2 })) },
    });
    await screen.getByLabelText('自社名').fill('北浜商会');
    await screen.getByRole('button', { name: '保存' }).click();
    server.answer({ [save]: () => json(sampleProfile({ conversation: settings, version: 3 })) });

    await screen.getByRole('button', { name: '前の内容に戻す' }).click();

    await expect.poll(() => server.requests[1]?.body).toEqual({ ...settings, basedOn: 2 });
    await expect.element(screen.getByLabelText('自社名')).toHaveValue('とりつぎ商会');
  });

  it('leads back no more once a colleague has saved after it', async () => {
    const before = sampleProfile({ conversation: settings, version: 1 });
    const mine = { ...settings, myCompanyName: '北浜商会' };
    const theirs = { ...mine, myServiceName: 'はこぶ' };
    const { screen, rerender } = await renderConsole(<OwnConversation profile={before} />, {
      answers: { [save]: () => json(sampleProfile({ conversation: mine, version: 2 })) },
    });
    await screen.getByLabelText('自社名').fill('北浜商会');
    await screen.getByRole('button', { name: '保存' }).click();
    await expect.element(screen.getByRole('button', { name: '前の内容に戻す' })).toBeVisible();

    await rerender(<OwnConversation profile={sampleProfile({ conversation: theirs, version: 3 })} />);

    await expect.element(screen.getByLabelText('サービス名')).toHaveValue('はこぶ');
    await expect.element(screen.getByRole('button', { name: '前の内容に戻す' })).not.toBeInTheDocument();
  });

  it('leaves, going back, what a colleague had changed before the save', async () => {
    const theirs = { ...settings, myServiceName: 'はこぶ' };
    const both = { ...theirs, myCompanyName: '北浜商会' };
    const { screen, server } = await renderConsole(<Form settings={settings} />, {
      answers: {
        [save]: () => refused('changed-elsewhere'),
        'GET /api/agents/profile': () => {
          server.answer({ [save]: () => json(sampleProfile({ conversation: both, version: 3 })) });
          return json(sampleProfile({ conversation: theirs, version: 2 }));
        },
      },
    });
    await screen.getByLabelText('自社名').fill('北浜商会');
    await screen.getByRole('button', { name: '保存' }).click();

    await screen.getByRole('button', { name: '前の内容に戻す' }).click();

    await expect
      .poll(() => server.requests.filter(({ method }) => method === 'PUT').at(-1)?.body)
      .toEqual({ ...theirs, basedOn: 3 });
  });

  it('is kept for whoever turns to another section, who is told the way back', async () => {
    const { screen, platform, places, rerender } = await renderConsole(<Form settings={settings} />, {
      at: '/settings/conversation',
    });
    await screen.getByLabelText('自社名').fill('北浜商会');

    await rerender(<p>履歴</p>);
    const [toast] = platform.toasts.getState();
    expect(toast?.text).toBe('「会話の設定」の保存していない変更は残してあります');
    toast?.action?.run();
    await rerender(<Form settings={settings} />);

    await expect.element(screen.getByLabelText('自社名')).toHaveValue('北浜商会');
    await expect.element(screen.getByText(/続きから編集できます/)).toBeVisible();
    expect(places.at(-1)).toBe('/settings/conversation');
  });

  it('goes back to what the team has', async () => {
    const own = sampleProfile({ conversation: { ...settings, myCompanyName: '別の会社' }, version: 1 });
    const profile = { ...own, team: { ...own.team, conversation: settings } };
    const { screen, server } = await renderConsole(<OwnConversation profile={profile} />, {
      answers: { [save]: () => json({ ...profile, settings: { ...own.settings, conversation: settings } }) },
    });
    await expect.element(screen.getByText('チームの既定とは別の内容です。')).toBeVisible();

    await screen.getByRole('button', { name: 'チームの既定に戻す' }).click();
    await expect.element(screen.getByText('チームの既定を使っています。')).toBeVisible();
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ ...settings, basedOn: 1 });
  });

  it('says of what was there before the team had the same that it is their own, and makes it the team’s when they want', async () => {
    const own = sampleProfile({ conversation: settings, version: 1 });
    const profile = { ...own, inherited: [], team: { ...own.team, conversation: settings } };
    const { screen, server, rerender } = await renderConsole(<OwnConversation profile={profile} />, {
      answers: { [save]: () => json({ ...profile, inherited: ['conversation'] }) },
    });
    await expect.element(screen.getByText(/^個別の設定です。/)).toBeVisible();

    await screen.getByRole('button', { name: 'チームの既定に戻す' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual({ ...settings, basedOn: 1 });
    await rerender(<OwnConversation profile={{ ...profile, inherited: ['conversation'] }} />);
    await expect.element(screen.getByText('チームの既定を使っています。')).toBeVisible();
    await expect.element(screen.getByText('保存しました')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '前の内容に戻す' })).not.toBeInTheDocument();
  });

  it('shows what somebody else saved at once while nothing is written, and keeps what is', async () => {
    const { screen, rerender } = await renderConsole(<Form settings={settings} />);
    const theirs = { ...settings, myCompanyName: '南浜商会' };

    await rerender(<OwnConversation profile={sampleProfile({ conversation: theirs, version: 2 })} />);
    await expect.element(screen.getByLabelText('自社名')).toHaveValue('南浜商会');
    await screen.getByLabelText('サービス名').fill('はこぶ');
    await rerender(<OwnConversation profile={sampleProfile({ conversation: settings, version: 3 })} />);

    await expect.element(screen.getByLabelText('サービス名')).toHaveValue('はこぶ');
    await expect.element(screen.getByLabelText('自社名')).toHaveValue('南浜商会');
  });
});
