import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { type RenderResult, render } from 'vitest-browser-react';
import { OfferWindow } from '../../../../src-renderer/features/offer-window/offer-window.tsx';
import { createOfferWords } from '../../../../src-renderer/features/offer-window/offer-words.ts';
import type { AlertBridge, ShownAlert } from '../../../../src-renderer/platform/alert-bridge.ts';
import { sampleOffer } from '../../support/samples.ts';

const soon = new Date(Date.now() + 600_000).toISOString();

function alertOf(changes: Partial<ShownAlert> = {}): ShownAlert {
  return {
    offers: [sampleOffer({ deadline: soon })],
    connected: true,
    accepting: null,
    language: 'ja',
    acceptKeys: 'Ctrl+Alt+Y',
    declineKeys: null,
    ...changes,
  };
}

interface OpenAlert {
  readonly screen: RenderResult;
  readonly show: (shown: ShownAlert) => void;
  /** What the window has told the app. */
  readonly told: readonly string[];
}

async function openAlert(): Promise<OpenAlert> {
  const told: string[] = [];
  let listener: ((shown: ShownAlert) => void) | null = null;
  const bridge: AlertBridge = {
    onChanged: (listen) => {
      listener = listen;
      return () => {
        listener = null;
      };
    },
    drawn: async () => void told.push('drawn'),
    accept: async () => void told.push('accept'),
    decline: async (_offerId, reason) => void told.push(`decline ${reason}`),
  };
  const words = await createOfferWords();
  const screen = await render(
    <I18nextProvider i18n={words}>
      <div style={{ width: 380, height: 220 }}>
        <OfferWindow bridge={bridge} />
      </div>
    </I18nextProvider>,
  );
  return { screen, show: (shown) => listener?.(shown), told };
}

/** Clicks until the window takes it for meant: not in the first moment. */
async function answered({ screen, told }: OpenAlert, button: string, order: string): Promise<void> {
  await expect
    .poll(async () => {
      await screen.getByRole('button', { name: button, exact: true }).click();
      return told;
    })
    .toContain(order);
}

describe('OfferWindow', () => {
  it('says that an answer may not get through while the server is away, and can be answered all the same', async () => {
    const alert = await openAlert();

    alert.show(alertOf({ connected: false }));

    await expect.element(alert.screen.getByRole('alert')).toHaveTextContent('サーバーにつながっていません');
    await expect.element(alert.screen.getByRole('button', { name: /^受ける/ })).toBeEnabled();
  });

  it('shows who, why, what was said and the global keys, and says when it has drawn', async () => {
    const { screen, show, told } = await openAlert();

    show(alertOf());

    await expect.element(screen.getByRole('heading', { name: '第1工業' })).toBeVisible();
    await expect.element(screen.getByText('総務部 田中')).toBeVisible();
    await expect.element(screen.getByText('少々お待ちください')).toBeVisible();
    await expect.element(screen.getByText('声はまだ届きません')).toBeVisible();
    await expect.element(screen.getByText('Ctrl+Alt+Y')).toBeVisible();
    expect(told).toContain('drawn');
  });

  it('says that it has drawn when there is nothing left to show', async () => {
    const { show, told } = await openAlert();
    show(alertOf());
    await expect.poll(() => told).toHaveLength(1);

    show(alertOf({ offers: [] }));

    await expect.poll(() => told).toHaveLength(2);
  });

  it('accepts', async () => {
    const alert = await openAlert();
    alert.show(alertOf());

    await answered(alert, '受ける', 'accept');

    alert.show(alertOf({ accepting: sampleOffer().id }));
    await expect.element(alert.screen.getByRole('button', { name: '受けています' })).toBeDisabled();
  });

  it('declines', async () => {
    const alert = await openAlert();
    alert.show(alertOf());

    await answered(alert, '断る', 'decline other');
  });

  it('calls an agent back to the call from which the line dropped, in English as in Japanese', async () => {
    const { screen, show } = await openAlert();

    show(
      alertOf({
        language: 'en',
        offers: [sampleOffer({ deadline: soon, urgency: 'connect', step: 'return' })],
      }),
    );

    await expect.element(screen.getByRole('button', { name: 'Return', exact: true })).toBeVisible();
  });

  it('fits into its window with long words', async () => {
    const { screen, show } = await openAlert();
    const { brief } = sampleOffer();
    const long = 'とても長い名前の株式会社'.repeat(8);
    const turn = { speaker: 'customer' as const, text: long };

    show(
      alertOf({
        offers: [
          sampleOffer({
            deadline: soon,
            brief: { ...brief, company: long, person: long, department: long, lastTurns: [turn, turn] },
          }),
        ],
      }),
    );

    const accept = screen.getByRole('button', { name: '受ける', exact: true });
    await expect.element(accept).toBeVisible();
    const card = screen.getByRole('region').element();
    expect(card.scrollHeight).toBeLessThanOrEqual(220);
    expect(card.scrollWidth).toBeLessThanOrEqual(380);
    expect(accept.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(
      card.getBoundingClientRect().bottom,
    );
  });

  it('says so where nobody real is on the line', async () => {
    const { screen, show } = await openAlert();

    show(alertOf({ simulated: true }));
    await expect.element(screen.getByText('模擬回線')).toBeVisible();
    show(alertOf({ simulated: false }));

    await expect.element(screen.getByText('模擬回線')).not.toBeInTheDocument();
  });
});
