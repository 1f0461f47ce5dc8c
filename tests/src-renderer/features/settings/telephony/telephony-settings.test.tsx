import { describe, expect, it } from 'vitest';
import { telephonyOverviewSchema } from '../../../../../backend/contract/telephony.ts';
import { TelephonySettings } from '../../../../../src-renderer/features/settings/telephony/telephony-settings.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';

function overview(changes: object = {}): Response {
  return json(
    telephonyOverviewSchema.parse({
      carrier: 'twilio',
      callerNumber: '+81312345678',
      publicUrl: 'https://calls.example.com',
      webhooks: [
        { kind: 'gather', lastAt: '2026-11-20T01:02:00.000Z' },
        { kind: 'recording', lastAt: null },
      ],
      forgeries: { lastHour: 0, lastAt: null },
      commands: { open: 0, oldestAt: null },
      lastTrouble: null,
      ...changes,
    }),
  );
}

async function renderTelephony(answer: () => Response) {
  return renderConsole(<TelephonySettings />, { answers: { 'GET /api/telephony': answer } });
}

type Rendered = Awaited<ReturnType<typeof renderTelephony>>;

/** Whether the last fault is marked as one. */
function hasFault(screen: Rendered['screen']): boolean {
  const finding = screen.getByRole('listitem').nth(2).element();
  return finding.querySelector('.text-state-failed') !== null;
}

describe('TelephonySettings', () => {
  it('tells which line it is, and when the carrier was last heard of', async () => {
    const { screen } = await renderTelephony(() => overview());

    await expect.element(screen.getByText('Twilio（実際に発信します）')).toBeVisible();
    await expect.element(screen.getByText('03-1234-5678')).toBeVisible();
    await expect.element(screen.getByText('https://calls.example.com')).toBeVisible();
    await expect.element(screen.getByText('今', { exact: true })).toBeVisible();
    await expect.element(screen.getByText('この1日は届いていません')).toBeVisible();
  });

  it('says in words what is wrong, and what may be the cause', async () => {
    const { screen } = await renderTelephony(() =>
      overview({
        forgeries: { lastHour: 3, lastAt: '2026-11-20T01:01:05.000Z' },
        commands: { open: 2, oldestAt: '2026-11-20T01:00:05.000Z' },
        lastTrouble: {
          kind: 'country-not-allowed',
          detail: 'HTTP 400, Twilio error 21215',
          command: 'dial-customer',
          at: '2026-11-20T00:52:05.000Z',
          overAt: null,
        },
      }),
    );

    await expect.element(screen.getByText(/この1時間に3件を拒否しました 最後は1分前/)).toBeVisible();
    await expect.element(screen.getByText(/認証トークンか公開アドレス/)).toBeVisible();
    await expect.element(screen.getByText(/2件が応答を待っています 最も古いものは2分前/)).toBeVisible();
    await expect.element(screen.getByText(/発信の許可がない国の番号がありました。.*10分前/)).toBeVisible();
    await expect.element(screen.getByText('dial-customer · HTTP 400, Twilio error 21215')).toBeVisible();
    expect(hasFault(screen)).toBe(true);
  });

  it.each([
    [
      'it was over soon',
      { at: '2026-11-20T01:00:05.000Z', overAt: '2026-11-20T01:01:05.000Z' },
      /復旧は1分前/,
    ],
    ['it was long ago', { at: '2026-11-19T23:02:05.000Z', overAt: null }, /混み合い.* 2時間前/],
  ])('tells of a fault without alarm when %s', async (_, times, words) => {
    const { screen } = await renderTelephony(() =>
      overview({ lastTrouble: { kind: 'throttled', detail: null, command: 'hang-up', ...times } }),
    );

    await expect.element(screen.getByText(words)).toBeVisible();

    expect(hasFault(screen)).toBe(false);
  });

  it('can be loaded again when that failed', async () => {
    const { screen, server } = await renderTelephony(() => refused('internal', 500));
    await expect.element(screen.getByRole('alert')).toBeVisible();

    server.answer({ 'GET /api/telephony': () => overview() });
    await screen.getByRole('button').click();

    await expect.element(screen.getByText('03-1234-5678')).toBeVisible();
  });
});
