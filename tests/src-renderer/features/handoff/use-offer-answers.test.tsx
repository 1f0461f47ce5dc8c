import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { useOfferAnswers } from '../../../../src-renderer/features/handoff/use-offer-answers.ts';
import { json, lateAnswer, refused } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleHandoff, sampleOffer } from '../../support/samples.ts';

const offer = sampleOffer();

describe('an answer to an offer', () => {
  it('is given once, however often it is clicked before the server has heard it', async () => {
    const asked = lateAnswer();
    const { screen, server } = await renderConsole(<Answers />, {
      answers: { [`POST /api/offers/${offer.id}/accept`]: () => asked.answer },
    });

    await screen.getByRole('button', { name: 'accept' }).click();
    await expect.element(screen.getByText(`accepting ${offer.id}`)).toBeVisible();
    asked.give(json(sampleHandoff({ status: 'joining' })));

    await expect.element(screen.getByText('accepting nothing')).toBeVisible();
    expect(server.requests).toHaveLength(1);
  });

  it('waits for the softphone that is being registered after a reload', async () => {
    const answers = [refused('agent-not-reachable'), json(sampleHandoff({ status: 'joining' }))];
    const { screen, server } = await renderConsole(<Answers />, {
      answers: { [`POST /api/offers/${offer.id}/accept`]: () => answers.shift() ?? refused('offer-over') },
    });

    await screen.getByRole('button', { name: 'accept' }).click();
    await expect.element(screen.getByText(`accepting ${offer.id}`)).toBeVisible();

    await expect.element(screen.getByText('accepting nothing')).toBeVisible();
    expect(server.requests).toHaveLength(2);
  });

  it('is also a no that is said once', async () => {
    const asked = lateAnswer();
    const { screen, server } = await renderConsole(<Answers />, {
      answers: { [`POST /api/offers/${offer.id}/decline`]: () => asked.answer },
    });

    await screen.getByRole('button', { name: 'decline' }).click();
    await expect.element(screen.getByText(`declining ${offer.id}`)).toBeVisible();
    asked.give(new Response(null, { status: 204 }));

    await expect.element(screen.getByText('declining nothing')).toBeVisible();
    expect(server.requests).toHaveLength(1);
  });
});

/** Clicks twice before anything can be drawn anew. */
function Answers(): ReactElement {
  const answers = useOfferAnswers(() => undefined);
  const twice = (answer: () => void) => () => {
    answer();
    answer();
  };
  return (
    <>
      <button type="button" onClick={twice(() => answers.accept(offer.id))}>
        accept
      </button>
      <button type="button" onClick={twice(() => answers.decline(offer.id, 'busy'))}>
        decline
      </button>
      <p>accepting {answers.accepting ?? 'nothing'}</p>
      <p>declining {answers.declining ?? 'nothing'}</p>
    </>
  );
}
