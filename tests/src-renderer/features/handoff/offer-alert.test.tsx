import { describe, expect, it } from 'vitest';
import { type Locator, userEvent } from 'vitest/browser';
import type { RenderResult } from 'vitest-browser-react';
import type { Offer } from '../../../../backend/contract/handoffs.ts';
import { OfferAlert } from '../../../../src-renderer/features/handoff/offer-alert.tsx';
import { type Answers, json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, idOf, sampleOffer, sampleRecord, sampleTurn } from '../../support/samples.ts';

describe('OfferAlert', () => {
  it('tells company, person, reason and the last turns, and counts down by the server’s clock', async () => {
    const { screen } = await renderAlert([sampleOffer()]);

    const card = screen.getByRole('region', { name: '取り次ぎの依頼' });
    await expect.element(card).toHaveTextContent('第1工業');
    await expect.element(card).toHaveTextContent('総務部 田中');
    await expect.element(card).toHaveTextContent('保留中です。まもなく担当の方が出ます');
    await expect.element(card).toHaveTextContent('少々お待ちください');
    await expect.element(screen.getByRole('timer', { name: '残り10秒' })).toBeVisible();
  });

  it('goes on with the conversation while it is open', async () => {
    const turns = [
      sampleTurn(1, { text: '少々お待ちください' }),
      sampleTurn(2, { text: '確認いたします' }),
      sampleTurn(3, { text: '担当に代わります' }),
    ];
    const { screen } = await renderAlert([sampleOffer()], {
      answers: { [`GET /api/calls/${callId}`]: () => json(sampleRecord({ turns })) },
    });

    const card = screen.getByRole('region', { name: '取り次ぎの依頼' });
    await expect.element(card).toHaveTextContent('担当に代わります');
    await expect.element(card).not.toHaveTextContent('少々お待ちください');
  });

  it('says on standby that the customer is on hold and nobody hears the agent', async () => {
    const { screen } = await renderAlert([sampleOffer({ urgency: 'prepare' })]);

    await expect
      .element(screen.getByText('担当の方が電話口に出るまで、こちらの声は届きません。'))
      .toBeVisible();
  });

  it('announces an offer to screen readers', async () => {
    const { screen } = await renderAlert([sampleOffer()]);

    const announcement = screen.container.querySelector('[aria-live=assertive]');
    expect(announcement?.textContent).toContain('第1工業');
  });

  it('is accepted with Enter and declined with Escape', async () => {
    const { screen, answers } = await renderAlert([sampleOffer()]);
    await expectKeysHeeded(screen);

    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');

    expect(answers).toEqual(['accepted', 'declined: other']);
  });

  it('leaves keys alone that were pressed for what was there before it', async () => {
    const { answers } = await renderAlert([sampleOffer()]);

    await userEvent.keyboard('{Enter}{Escape}');

    expect(answers).toEqual([]);
  });

  it('is left alone by Enter while somebody types', async () => {
    const { screen, answers } = await renderAlert([sampleOffer()], { beside: <input aria-label="メモ" /> });

    await expectKeysHeeded(screen);
    await screen.getByRole('textbox').click();
    await userEvent.keyboard('{Enter}{Escape}');

    expect(answers).toEqual([]);
  });

  it('is left alone by keys that an input method takes', async () => {
    const { screen, answers } = await renderAlert([sampleOffer()]);
    await expectKeysHeeded(screen);

    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true }),
    );

    expect(answers).toEqual([]);
  });

  it('is declined with a reason', async () => {
    const { screen, answers } = await renderAlert([sampleOffer()]);

    await screen.getByRole('button', { name: '断る理由を選ぶ' }).click();
    await screen.getByRole('menuitem', { name: '担当ではない' }).click();

    expect(answers).toEqual(['declined: not-mine']);
  });

  it('shows the most urgent of several offers and counts the others', async () => {
    const later = sampleOffer({
      id: idOf('offer', 2),
      deadline: '2026-11-20T01:02:20.000Z',
      brief: { company: '第2工業', person: null, department: null, lastTurns: [] },
    });

    const { screen } = await renderAlert([later, sampleOffer()]);

    await expect.element(screen.getByRole('heading', { name: '第1工業' })).toBeVisible();
    await expect.element(screen.getByText('ほかに1件')).toBeVisible();
  });

  it('is gone when its time is over, and when the offer is', async () => {
    const { screen } = await renderAlert([sampleOffer({ deadline: '2026-11-20T01:02:04.000Z' })]);

    await expect.element(screen.getByRole('region')).not.toBeInTheDocument();
  });

  it('can be answered once only', async () => {
    const { screen, rerender } = await renderAlert([sampleOffer()], { answering: 'accepting' });
    await expect.element(screen.getByRole('button', { name: '受けています' })).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: '断る', exact: true })).toBeDisabled();

    await rerender({ answering: 'declining' });

    await expect.element(screen.getByRole('button', { name: '受ける' })).toBeDisabled();
    await expect.element(screen.getByRole('button', { name: '断る', exact: true })).toBeDisabled();
  });

  it('says that a customer calls back, and what the call before was', async () => {
    const { brief } = sampleOffer();
    const previousCall = {
      at: '2026-11-19T05:30:00.000Z',
      direction: 'outbound',
      result: 'absent',
      note: '担当者は外出中',
      agentName: '鈴木 美咲',
    };
    const offer = sampleOffer({
      reason: 'called-back',
      brief: { ...brief, direction: 'inbound', previousCall },
    });

    const { screen } = await renderAlert([offer]);

    const card = screen.getByRole('region', { name: '取り次ぎの依頼' });
    await expect.element(card).toHaveTextContent('折り返しのお電話をいただきました');
    await expect.element(card).toHaveTextContent(/前回の通話 11\/19 .* 不在（鈴木 美咲） 担当者は外出中/);
  });

  it('asks an agent back whose line dropped, in words of its own', async () => {
    const offer = sampleOffer({ step: 'return', urgency: 'connect', reason: 'agent-line-dropped' });
    const { screen, answers } = await renderAlert([offer]);

    await expect.element(screen.getByText('通話に戻ってください')).toBeVisible();
    await expect
      .element(screen.getByText('先方は保留のままお待ちです。戻ると、すぐに話せます。'))
      .toBeVisible();
    await screen.getByRole('button', { name: '戻る' }).click();

    expect(answers).toEqual(['accepted']);
  });

  it('says who transfers the call, and that one talks with them first', async () => {
    const transfer = { by: { id: 'kenta', name: '鈴木' }, mode: 'warm' };
    const transferred = { step: 'named', urgency: 'connect', reason: 'transferred', transfer };

    const { screen } = await renderAlert([sampleOffer(transferred)]);

    await expect.element(screen.getByRole('region').getByText('鈴木さんからの転送です')).toBeVisible();
    await expect
      .element(screen.getByText('受けると、まず社員と話せます。先方は保留のままお待ちです。'))
      .toBeVisible();
  });

  it('brings a transfer back that nobody took', async () => {
    const transfer = { by: { id: 'misaki', name: '佐藤' }, mode: 'blind' };
    const returned = { step: 'return', urgency: 'connect', reason: 'transferred', transfer };

    const { screen } = await renderAlert([sampleOffer(returned)]);

    await expect.element(screen.getByRole('region').getByText('転送先につながりませんでした')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '戻る' })).toBeVisible();
  });

  it('keeps both answers in their places while the telephone gets ready', async () => {
    const { screen, rerender } = await renderAlert([sampleOffer()], { reachable: false });
    const preparing = screen.getByRole('button', { name: '電話機を準備しています' });
    const decline = screen.getByRole('button', { name: '断る', exact: true });
    await expect.element(preparing).toBeVisible();
    // The card comes up from below.
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations === 1);
    await Promise.all(ending.map(({ finished }) => finished));
    const before = { accept: boxOf(preparing), decline: boxOf(decline) };

    await rerender({ reachable: true });

    const accept = screen.getByRole('button', { name: '受ける' });
    await expect.element(accept).toBeVisible();
    expect({ accept: boxOf(accept), decline: boxOf(decline) }).toEqual(before);
  });

  it('waits with the answer until a softphone can be rung', async () => {
    const { screen, answers, rerender } = await renderAlert([sampleOffer()], { reachable: false });
    await expect.element(screen.getByRole('button', { name: '電話機を準備しています' })).toBeDisabled();

    await rerender({ reachable: true });
    await screen.getByRole('button', { name: '受ける' }).click();

    expect(answers).toEqual(['accepted']);
  });
});

function boxOf(button: Locator): unknown {
  return button.element().getBoundingClientRect().toJSON();
}

async function expectKeysHeeded(screen: RenderResult): Promise<void> {
  await expect
    .element(screen.getByRole('button', { name: '受ける' }))
    .toHaveAttribute('aria-keyshortcuts', 'Enter');
}

interface AlertOptions {
  readonly answers?: Answers;
  readonly beside?: React.ReactElement;
  readonly answering?: 'accepting' | 'declining';
  readonly reachable?: boolean;
}

async function renderAlert(offers: readonly Offer[], options: AlertOptions = {}) {
  const answers: string[] = [];
  const alert = ({ beside, answering, reachable = true }: AlertOptions) => (
    <>
      {beside}
      <OfferAlert
        offers={offers}
        answering={answering ?? null}
        reachable={reachable}
        onAccept={() => answers.push('accepted')}
        onDecline={(_offer, reason) => answers.push(`declined: ${reason}`)}
      />
    </>
  );
  const { screen, rerender } = await renderConsole(alert(options), { answers: options.answers ?? {} });
  return { screen, answers, rerender: (changed: AlertOptions) => rerender(alert(changed)) };
}
