import { describe, expect, it } from 'vitest';
import { ConversationForm } from '../../../../src-renderer/features/settings/conversation-form.tsx';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile } from '../../support/samples.ts';

const save = 'PUT /api/agents/conversation';
const settings = {
  myCompanyName: 'とりつぎ商会',
  myServiceName: 'ハコブ',
  myRepresentativeName: '佐藤',
  calleeDepartment: '情報システム',
  serviceDescription: '受発注の入力を自動にするサービスです。',
};

describe('ConversationForm', () => {
  it('saves everything that the AI needs to say who is calling', async () => {
    const { screen, server, rerender } = await renderConsole(<ConversationForm settings={null} />, {
      answers: { [save]: () => json(sampleProfile({ conversation: settings })) },
    });

    await screen.getByLabelText('自社名').fill(' とりつぎ商会 ');
    await screen.getByLabelText('サービス名').fill('ハコブ');
    await screen.getByLabelText('名乗る氏名').fill('佐藤');
    await screen.getByLabelText('先方の部署・役職').fill('情報システム');
    await screen.getByLabelText('サービスの説明').fill(settings.serviceDescription);
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => server.requests[0]?.body).toEqual(settings);
    await rerender(<ConversationForm settings={settings} />);
    await expect.element(screen.getByRole('status')).toHaveTextContent('保存しました');
  });

  it('says what is still missing, and sends nothing', async () => {
    const { screen, server } = await renderConsole(<ConversationForm settings={null} />);

    await screen.getByLabelText('自社名').fill('とりつぎ商会');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.poll(() => screen.getByText('入力してください').elements().length).toBe(4);
    expect(server.requests).toEqual([]);
  });

  it('says how long a name may be', async () => {
    const { screen } = await renderConsole(<ConversationForm settings={settings} />);

    await screen.getByLabelText('名乗る氏名').fill('佐'.repeat(41));
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText('40文字以内で入力してください')).toBeVisible();
  });

  it('says that a character cannot be spoken', async () => {
    const { screen, server } = await renderConsole(<ConversationForm settings={settings} />);

    await screen.getByLabelText('名乗る氏名').fill('佐\u0007藤');
    await screen.getByRole('button', { name: '保存' }).click();

    await expect.element(screen.getByText(/制御文字/)).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('shows how the AI will introduce itself while it is being written', async () => {
    const { screen } = await renderConsole(<ConversationForm settings={settings} />);

    await screen.getByLabelText('自社名').fill('北浜商会');

    await expect.element(screen.getByText(/北浜商会の佐藤と申します/)).toBeVisible();
  });
});
