import { describe, expect, it } from 'vitest';
import { PhoneVerification } from '../../../../../src-renderer/features/settings/phone/phone-verification.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';
import { sampleProfile } from '../../../support/samples.ts';

const phoneNumber = '+819011112222';
const call = 'POST /api/agents/phone/verification';
const enter = 'PUT /api/agents/phone/verification';
const called = () => json({ expiresAt: '2026-11-24T01:10:00.000Z' }, 202);

describe('PhoneVerification', () => {
  it('says that a number has been checked, and asks for nothing', async () => {
    const { screen } = await renderConsole(<PhoneVerification phoneNumber={phoneNumber} verified={true} />);

    await expect.element(screen.getByText('確認済みです。')).toBeVisible();
    await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
  });

  it.each([true, false])(
    'names the saved number, whatever is in the field above it: %s',
    async (verified) => {
      const { screen } = await renderConsole(
        <PhoneVerification phoneNumber={phoneNumber} verified={verified} />,
      );

      await expect.element(screen.getByText('保存済みの番号（090-1111-2222）の確認')).toBeVisible();
    },
  );

  it('calls, and sends the digits that were heard, however they are written', async () => {
    const { screen, server } = await renderConsole(
      <PhoneVerification phoneNumber={phoneNumber} verified={false} />,
      {
        answers: { [call]: called, [enter]: () => json(sampleProfile({ phoneVerified: true })) },
      },
    );

    await screen.getByRole('button', { name: '確認の電話をかける' }).click();
    await screen.getByLabelText('電話で聞いた数字').fill('１２３ 456');
    await screen.getByRole('button', { name: '確認する' }).click();

    await expect
      .poll(() => server.requests.map(({ body }) => body))
      .toEqual([{ language: 'ja' }, { code: '123456' }]);
  });

  it('sends nothing that is not six digits', async () => {
    const { screen, server } = await renderConsole(
      <PhoneVerification phoneNumber={phoneNumber} verified={false} />,
      {
        answers: { [call]: called },
      },
    );
    await screen.getByRole('button', { name: '確認の電話をかける' }).click();

    await screen.getByLabelText('電話で聞いた数字').fill('12345');
    await screen.getByRole('button', { name: '確認する' }).click();

    await expect.element(screen.getByText('6桁の数字を入力してください')).toBeVisible();
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['code-wrong', 'コードが違います'],
    ['code-over', 'もう一度、確認の電話をかけてください'],
  ] as const)('says what to do about %s', async (code, words) => {
    const { screen } = await renderConsole(<PhoneVerification phoneNumber={phoneNumber} verified={false} />, {
      answers: { [call]: called, [enter]: () => refused(code) },
    });
    await screen.getByRole('button', { name: '確認の電話をかける' }).click();

    await screen.getByLabelText('電話で聞いた数字').fill('123456');
    await screen.getByRole('button', { name: '確認する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
  });

  it.each([
    ['invalid-input', 400, 'この番号にはかけられません'],
    ['carrier-unavailable', 503, '電話回線が応答しません'],
    ['too-many-requests', 429, '少し待ってからお試しください'],
  ] as const)('says why there was no call: %s', async (code, status, words) => {
    const { screen } = await renderConsole(<PhoneVerification phoneNumber={phoneNumber} verified={false} />, {
      answers: { [call]: () => refused(code, status) },
    });

    await screen.getByRole('button', { name: '確認の電話をかける' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent(words);
    await expect.element(screen.getByLabelText('電話で聞いた数字')).not.toBeInTheDocument();
  });
});
