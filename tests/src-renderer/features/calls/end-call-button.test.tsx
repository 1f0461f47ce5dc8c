import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { EndCallButton } from '../../../../src-renderer/features/calls/end-call-button.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { pressTwice } from '../../support/press-twice.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall } from '../../support/samples.ts';

const end = 'POST /api/calls/end';

describe('EndCallButton', () => {
  it('asks in its own place and then ends the call', async () => {
    const { screen, server } = await renderConsole(<EndCallButton callId={callId} />, {
      answers: { [end]: () => json(sampleCall(1, { status: 'completed' })) },
    });

    await screen.getByRole('button', { name: '終了' }).click();
    await screen.getByRole('button', { name: '終了する' }).click();

    await expect.poll(() => server.requests.map(({ body }) => body)).toEqual([{ callId }]);
  });

  it('ends the call once, however often that is confirmed', async () => {
    const { screen, server } = await renderConsole(<EndCallButton callId={callId} />, {
      answers: { [end]: () => lateAnswer().answer },
    });

    await screen.getByRole('button', { name: '終了' }).click();
    pressTwice(screen.getByRole('button', { name: '終了する' }));

    await expect.element(screen.getByRole('button', { name: '終了しています' })).toBeDisabled();
    expect(server.requests).toHaveLength(1);
  });

  it('lets the call go on when Escape answers the question', async () => {
    const { screen, server } = await renderConsole(<EndCallButton callId={callId} />);

    await screen.getByRole('button', { name: '終了' }).click();
    await userEvent.keyboard('{Escape}');

    await expect.element(screen.getByRole('button', { name: '終了' })).toBeVisible();
    expect(server.requests).toEqual([]);
  });

  it('cannot be pressed while the server cannot be reached, and says so', async () => {
    const { screen, platform } = await renderConsole(<EndCallButton callId={callId} />);

    platform.connection.setState({ type: 'lost', since: 0 }, true);

    const button = screen.getByRole('button', { name: '終了' });
    await expect.element(button).toBeDisabled();
    await expect.element(button).toHaveAccessibleDescription('サーバーとの接続が切れています');
  });

  it('says in words why the call could not be ended', async () => {
    const { screen } = await renderConsole(<EndCallButton callId={callId} />, {
      answers: { [end]: () => refused('carrier-unavailable', 503) },
    });

    await screen.getByRole('button', { name: '終了' }).click();
    await screen.getByRole('button', { name: '終了する' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('電話回線が応答しません');
  });
});
