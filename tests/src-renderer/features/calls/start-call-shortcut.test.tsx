import { describe, expect, it } from 'vitest';
import { StartCallButtons } from '../../../../src-renderer/features/calls/start-call-buttons.tsx';
import { StartCallShortcut } from '../../../../src-renderer/features/calls/start-call-shortcut.tsx';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { pressTwice } from '../../support/press-twice.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleCustomer } from '../../support/samples.ts';

const start = 'POST /api/calls/start';
const customer = sampleCustomer(1);
const ignore = (): void => undefined;

describe('StartCallShortcut', () => {
  it('lets the AI call, and leads to the call', async () => {
    const started: string[] = [];
    const { screen } = await renderConsole(
      <StartCallShortcut customer={customer} onStarted={(id) => started.push(id)} />,
      { answers: { [start]: () => json(sampleCall(1, { status: 'initiated' }), 201) } },
    );

    await screen.getByRole('button', { name: 'AIで発信: 第1工業' }).click();

    await expect.poll(() => started).toEqual([callId]);
  });

  it('dials once, also when the customer is called from another place on the screen', async () => {
    const late = lateAnswer();
    const { screen, server } = await renderConsole(
      <>
        <StartCallShortcut customer={customer} onStarted={ignore} />
        <StartCallButtons customer={customer} onStarted={ignore} />
      </>,
      { answers: { [start]: () => late.answer } },
    );

    pressTwice(screen.getByRole('button', { name: 'AIで発信: 第1工業' }));
    await screen.getByRole('button', { name: 'AIで発信', exact: true }).click();

    await expect.poll(() => server.requests).toHaveLength(1);
  });

  it('leads to the call that is in progress already', async () => {
    const { screen } = await renderConsole(
      <StartCallShortcut customer={sampleCustomer(1, { activeCallId: callId })} onStarted={ignore} />,
    );

    await expect
      .element(screen.getByRole('link', { name: '通話中: 第1工業' }))
      .toHaveAttribute('href', `/calls/${callId}`);
  });

  it('dials again after a refusal', async () => {
    const { screen, server, platform } = await renderConsole(
      <StartCallShortcut customer={customer} onStarted={ignore} />,
      { answers: { [start]: () => refused('carrier-unavailable', 503) } },
    );
    await screen.getByRole('button', { name: 'AIで発信: 第1工業' }).click();
    await expect.poll(() => platform.toasts.getState()).toMatchObject([{ tone: 'failed' }]);

    await screen.getByRole('button', { name: 'AIで発信: 第1工業' }).click();

    await expect.poll(() => server.requests).toHaveLength(2);
  });
});
