import { describe, expect, it } from 'vitest';
import { StartCallButtons } from '../../../../src-renderer/features/calls/start-call-buttons.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { pressTwice } from '../../support/press-twice.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleCustomer } from '../../support/samples.ts';

const start = 'POST /api/calls/start';
const ignore = (): void => undefined;

describe('StartCallButtons', () => {
  it('lets the AI call, and leads to the call', async () => {
    const started: string[] = [];
    const { screen, server } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1)} onStarted={(id) => started.push(id)} />,
      { answers: { [start]: () => json(sampleCall(1, { status: 'initiated' }), 201) } },
    );

    await screen.getByRole('button', { name: 'AIで発信' }).click();

    await expect.poll(() => started).toEqual([callId]);
    expect(server.requests[0]?.body).toEqual({ customerId: sampleCustomer(1).id, mode: 'ai' });
  });

  it('dials once, however often it is pressed', async () => {
    const late = lateAnswer();
    const { screen, server } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1)} onStarted={ignore} />,
      { answers: { [start]: () => late.answer } },
    );

    pressTwice(screen.getByRole('button', { name: 'AIで発信' }));

    await expect.element(screen.getByRole('button', { name: '発信しています' })).toBeDisabled();
    expect(server.requests).toHaveLength(1);
  });

  it('names this window when the agent calls by hand, so that its softphone joins', async () => {
    const { screen, server, platform } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1)} onStarted={ignore} />,
      { answers: { [start]: () => json(sampleCall(1, { status: 'initiated' }), 201) } },
    );

    await screen.getByRole('button', { name: '自分で発信' }).click();

    await expect
      .poll(() => server.requests[0]?.body)
      .toEqual({ customerId: sampleCustomer(1).id, mode: 'agent', clientId: platform.clientId });
  });

  it('leads to the settings when the AI does not know yet who is calling', async () => {
    const { screen } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1)} onStarted={ignore} />,
      { answers: { [start]: () => refused('conversation-settings-missing') } },
    );

    await screen.getByRole('button', { name: 'AIで発信' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('会話の設定がまだありません');
    await expect
      .element(screen.getByRole('link', { name: '設定を開く' }))
      .toHaveAttribute('href', '/settings');
  });

  it('says in words that these are not calling hours', async () => {
    const { screen } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1)} onStarted={ignore} />,
      { answers: { [start]: () => refused('outside-calling-hours') } },
    );

    await screen.getByRole('button', { name: 'AIで発信' }).click();

    await expect.element(screen.getByRole('alert')).toHaveTextContent('発信できる時間帯ではありません');
  });

  it('cannot be pressed for a blocked number', async () => {
    const { screen } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1, { doNotCall: true })} onStarted={ignore} />,
    );

    await expect.element(screen.getByRole('button', { name: 'AIで発信' })).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: '自分で発信' })).toBeDisabled();
  });

  it('leads to the call that is already in progress', async () => {
    const { screen } = await renderConsole(
      <StartCallButtons customer={sampleCustomer(1, { activeCallId: callId })} onStarted={ignore} />,
    );

    await expect
      .element(screen.getByRole('link', { name: '通話を開く' }))
      .toHaveAttribute('href', `/calls/${callId}`);
  });
});
