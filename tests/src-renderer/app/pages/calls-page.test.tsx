import { describe, expect, it } from 'vitest';
import { CallsPage } from '../../../../src-renderer/app/pages/calls-page.tsx';
import { SoftphoneContext } from '../../../../src-renderer/features/softphone/use-softphone.ts';
import { json, refused } from '../../support/fake-server.ts';
import { playSoftphone } from '../../support/played-softphone.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { callId, sampleCall, sampleRecord, sampleStatus } from '../../support/samples.ts';

describe('CallsPage', () => {
  it('lights the chosen call in the list', async () => {
    const { row } = await renderCalls(() => json(sampleRecord()));

    await expect.element(row).toHaveAttribute('aria-current', 'true');
  });

  it('lights no call when the chosen one is not to be found', async () => {
    const { screen, row } = await renderCalls(() => refused('not-found', 404));

    await expect.element(screen.getByText('見つかりませんでした')).toBeVisible();
    await expect.element(row).not.toHaveAttribute('aria-current');
  });
});

async function renderCalls(record: () => Response) {
  const softphone = await playSoftphone();
  const { screen } = await renderConsole(
    <SoftphoneContext value={softphone.store}>
      <CallsPage callId={callId} me={sampleStatus()} />
    </SoftphoneContext>,
    {
      answers: {
        'GET /api/calls/active': () => json({ calls: [sampleCall(1)] }),
        [`GET /api/calls/${callId}`]: record,
      },
    },
  );
  const list = screen.getByRole('list', { name: '通話の一覧' });
  return { screen, row: list.getByRole('link', { name: /第1工業/ }) };
}
