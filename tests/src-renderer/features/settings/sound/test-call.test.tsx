import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  TestCall,
  type WatchLevels,
} from '../../../../../src-renderer/features/settings/sound/test-call.tsx';
import { json, refused } from '../../../support/fake-server.ts';
import { renderConsole } from '../../../support/render-console.tsx';

const begin = 'POST /api/softphone/test-call';
const look = 'GET /api/softphone/test-call';
const end = 'POST /api/softphone/test-call/end';
const id = '0c8f4a8f-6f0a-4a3e-9a52-1f0e1c5a4b11';

async function renderTestCall() {
  let step = 'calling';
  let hear: Parameters<WatchLevels>[0] = () => undefined;
  const watchLevels: WatchLevels = (listener) => {
    hear = listener;
    return () => undefined;
  };
  const rendered = await renderConsole(<TestCall watchLevels={watchLevels} />, {
    answers: {
      [begin]: () => json({ id, step }, 202),
      [look]: () => json({ id, step }),
      [end]: () => new Response(null, { status: 204 }),
    },
  });
  return {
    ...rendered,
    hear: (microphone: number, speaker: number) => hear({ microphone, speaker }),
    reach: (next: string) => {
      step = next;
    },
  };
}

describe('TestCall', () => {
  it('says how far the call is, and shows how loud the microphone is', async () => {
    const { screen, server, platform, hear, reach } = await renderTestCall();

    await screen.getByRole('button', { name: 'テスト通話' }).click();
    await expect.element(screen.getByText('呼び出し中').first()).toBeVisible();
    reach('listening');
    await expect.element(screen.getByText('発信音のあとにお話しください。').first()).toBeVisible();
    hear(0.5, 0.25);
    await expect.element(screen.getByRole('meter', { name: 'マイクの音量' })).toHaveProperty('value', 0.5);
    await expect.element(screen.getByRole('meter', { name: '聞こえている音' })).toHaveProperty('value', 0.25);
    reach('playing');
    await expect.element(screen.getByText('再生中').first()).toBeVisible();
    reach('over');
    await expect.element(screen.getByText(/聞こえましたか/).first()).toBeVisible();

    await expect.element(screen.getByRole('button', { name: 'テスト通話' })).toBeVisible();
    expect(server.requests[0]).toMatchObject({ body: { clientId: platform.clientId, language: 'ja' } });
  });

  it('can be given up', async () => {
    const { screen, server } = await renderTestCall();
    await screen.getByRole('button', { name: 'テスト通話' }).click();

    await screen.getByRole('button', { name: 'テストを終える' }).click();

    await expect.element(screen.getByRole('button', { name: 'テスト通話' })).toBeVisible();
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toContain(end);
  });

  it.each([
    ['agent-not-reachable', /電話機の準備ができていません/],
    ['agent-on-a-call', /通話中です/],
    ['carrier-unavailable', /回線につながりません/],
    ['too-many-requests', /回数が多すぎます/],
  ] as const)('says what to do when it is refused with %s', async (code, words) => {
    const { screen, server } = await renderTestCall();
    server.answer({ [begin]: () => refused(code) });

    await screen.getByRole('button', { name: 'テスト通話' }).click();

    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
  });
});
