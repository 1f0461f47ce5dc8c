import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LiveCall } from '../../../../src-renderer/app/pages/live-call.tsx';
import { SoftphoneContext } from '../../../../src-renderer/features/softphone/use-softphone.ts';
import { applyCallEvent } from '../../../../src-renderer/platform/apply-event.ts';
import { json } from '../../support/fake-server.ts';
import { playSoftphone } from '../../support/played-softphone.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleHandoff, sampleRecord, sampleStatus } from '../../support/samples.ts';

afterEach(() => page.viewport(1280, 800));

describe('LiveCall', () => {
  it('keeps the end of the call in sight in a strip', async () => {
    const { end } = await renderEnd(360);

    const { left, right } = end.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(360);
  });

  it('has the handoff and the end in one row, above what an admin can do', async () => {
    const { end } = await renderEnd(1_280);

    const handoff = page.getByRole('button', { name: '取り次ぎ' }).element().getBoundingClientRect();
    const listen = page.getByRole('button', { name: '聞く' }).element().getBoundingClientRect();
    expect(end.getBoundingClientRect().top).toBe(handoff.top);
    expect(listen.top).toBeGreaterThanOrEqual(handoff.bottom);
  });

  it.each([900, 1_280])('moves no control when a human is wanted, in a window %i px wide', async (width) => {
    const { end, screen, cache } = await renderEnd(width);
    const before = end.getBoundingClientRect().toJSON();

    applyCallEvent(cache, { type: 'call-updated', call: sampleCall(1, { handoff: sampleHandoff() }) });
    await expect.element(screen.getByRole('button', { name: /理由|なぜ/ })).toBeVisible();

    expect(end.getBoundingClientRect().toJSON()).toEqual(before);
  });
});

async function renderEnd(width: number) {
  await page.viewport(width, 800);
  const softphone = await playSoftphone();
  const { screen, cache } = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <LiveCall callId={callId} me={sampleStatus({ role: 'admin' })} back="/wall" />
    </SoftphoneContext>,
    {
      answers: {
        [`GET /api/calls/${callId}`]: () => json(sampleRecord()),
        'GET /api/supervisions': () => json({ supervisions: [] }),
        'GET /api/agents': () => json({ agents: [] }),
      },
    },
  );
  const end = screen.getByRole('button', { name: /終了/ });
  await expect.element(end).toBeVisible();
  await expect.element(screen.getByRole('button', { name: '聞く' })).toBeVisible();
  return { end: end.element(), screen, cache };
}
