import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Palette } from '../../../src-renderer/app/palette.tsx';
import { SoftphoneContext } from '../../../src-renderer/features/softphone/use-softphone.ts';
import { type Answers, json, refused } from '../support/fake-server.ts';
import { playSoftphone } from '../support/played-softphone.ts';
import { renderConsole } from '../support/render-console.tsx';
import { callId, sampleCall, sampleCustomer, sampleProfile, sampleStatus } from '../support/samples.ts';

const start = 'POST /api/calls/start';
const customers = (...found: ReturnType<typeof sampleCustomer>[]): Answers => ({
  'GET /api/customers': () => json({ customers: found, total: found.length }),
});

describe('Palette', () => {
  it('goes to a screen by its name in either language', async () => {
    const { places } = await renderPalette();

    await userEvent.keyboard('hist{Enter}');

    await expect.poll(() => places.at(-1)).toBe('/history');
  });

  it('begins with the calls in progress, and opens one', async () => {
    const { screen, places } = await renderPalette({
      'GET /api/calls/active': () => json({ calls: [sampleCall(1)] }),
    });
    await expect
      .element(screen.getByRole('option', { name: /第1工業/ }))
      .toHaveAttribute('aria-selected', 'true');

    await userEvent.keyboard('{Enter}');

    await expect.poll(() => places.at(-1)).toBe(`/calls/${callId}`);
  });

  it('sets the availability', async () => {
    const { screen, server } = await renderPalette({
      'PUT /api/agents/status': () => json(sampleProfile()),
    });

    await screen.getByRole('option', { name: /会議/ }).click();

    await expect
      .poll(() => server.requests.find(({ method }) => method === 'PUT')?.body)
      .toEqual({ presence: 'busy', reason: 'meeting' });
  });

  it('changes language and appearance, and shows which are chosen', async () => {
    const { platform } = await renderPalette();

    await userEvent.keyboard('dark{Enter}');

    expect(platform.preferences.getState().appearance).toBe('dark');
  });

  it('goes round with the arrow keys', async () => {
    const { screen } = await renderPalette();

    await userEvent.keyboard('{ArrowUp}');

    await expect
      .element(screen.getByRole('option', { name: 'サインアウト' }))
      .toHaveAttribute('aria-selected', 'true');
  });

  it('finds a customer, and has the AI call', async () => {
    const { screen, server, places } = await renderPalette({
      ...customers(sampleCustomer(7)),
      [start]: () => json(sampleCall(1), 201),
    });

    await userEvent.keyboard('工業');
    await screen.getByRole('option', { name: /第7工業/ }).click();
    await expect.element(screen.getByRole('option', { name: 'AIで発信' })).toBeVisible();
    await userEvent.keyboard('{Enter}');

    await expect.poll(() => places.at(-1)).toBe(`/calls/${callId}`);
    expect(server.requests.find(({ path }) => path === '/api/calls/start')?.body).toMatchObject({
      mode: 'ai',
    });
  });

  it('tells whose number is blocked before it is chosen', async () => {
    const { screen } = await renderPalette(customers(sampleCustomer(7, { doNotCall: true })));

    await userEvent.keyboard('工業');

    await expect.element(screen.getByRole('option', { name: /第7工業/ })).toHaveTextContent('発信禁止');
  });

  it('leads to the call that is in progress with a customer already', async () => {
    const { screen, places } = await renderPalette(customers(sampleCustomer(7, { activeCallId: callId })));

    await userEvent.keyboard('工業');
    await screen.getByRole('option', { name: /第7工業/ }).click();
    await screen.getByRole('option', { name: '通話を開く' }).click();

    await expect.poll(() => places.at(-1)).toBe(`/calls/${callId}`);
  });

  it('says why a customer cannot be called, and does nothing then', async () => {
    const { screen, server } = await renderPalette(customers(sampleCustomer(7, { doNotCall: true })));

    await userEvent.keyboard('工業');
    await screen.getByRole('option', { name: /第7工業/ }).click();
    await expect.element(screen.getByRole('option', { name: /AIで発信.*発信禁止/ })).toBeVisible();
    await userEvent.keyboard('{Enter}');

    await expect.element(screen.getByRole('dialog')).toBeVisible();
    expect(server.requests.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('says in its own place what the server refuses, and goes back with Backspace', async () => {
    const { screen } = await renderPalette({
      ...customers(sampleCustomer(7)),
      [start]: () => refused('outside-calling-hours'),
    });
    await userEvent.keyboard('工業');
    await screen.getByRole('option', { name: /第7工業/ }).click();

    await screen.getByRole('option', { name: 'AIで発信' }).click();
    await expect.element(screen.getByText(/発信できる時間帯ではありません/)).toBeVisible();
    await screen.getByRole('combobox').click();
    await userEvent.keyboard('{Backspace}');

    await expect.element(screen.getByRole('option', { name: '通話' })).toBeVisible();
  });

  it('leaves Enter to the input method that is composing', async () => {
    const { screen, places } = await renderPalette();
    await expect.element(screen.getByRole('combobox')).toHaveFocus();

    screen
      .getByRole('combobox')
      .element()
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }));

    await expect.element(screen.getByRole('dialog')).toBeVisible();
    expect(places).toEqual(['/']);
  });
});

async function renderPalette(more: Answers = {}) {
  const softphone = await playSoftphone();
  softphone.tell({ type: 'registered' });
  const rendered = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <Palette
        me={sampleStatus()}
        onShowKeys={() => undefined}
        onSignOut={() => undefined}
        onClose={() => undefined}
      />
    </SoftphoneContext>,
    { answers: { 'GET /api/calls/active': () => json({ calls: [] }), ...more } },
  );
  await expect.element(rendered.screen.getByRole('combobox')).toHaveFocus();
  return rendered;
}
