import { describe, expect, it } from 'vitest';
import { alertSchema } from '../../../backend/contract/events.ts';
import { AlertBanners } from '../../../src-renderer/app/alert-banners.tsx';
import { applyAlertEvent } from '../../../src-renderer/platform/alerts.ts';
import { json } from '../support/fake-server.ts';
import { renderConsole } from '../support/render-console.tsx';
import { raisedAlert } from '../support/samples.ts';

async function renderBanners() {
  return renderConsole(<AlertBanners presence="available" />, {
    answers: { 'GET /api/calls/active': () => json({ calls: [] }) },
  });
}

describe('AlertBanners', () => {
  it.each([
    [
      { because: 'event-loop', putOff: 'campaigns' },
      'サーバーの処理が遅れています。通話を優先し、一斉コールの発信を休んでいます。',
    ],
    [
      { because: 'carrier-commands', putOff: 'campaigns-and-reports' },
      '電話回線への指示が順番を待っています。通話を優先し、一斉コールの発信と、レポート・書き出しを休んでいます。',
    ],
  ])('say what is put off, and why: %o', async (overload, words) => {
    const { screen, platform } = await renderBanners();
    const alert = alertSchema.parse({ ...raisedAlert('overloaded').alert, callId: null, overload });

    applyAlertEvent(platform.alerts, { type: 'alert-raised', alert });

    await expect.element(screen.getByText(words)).toBeVisible();
    await expect.element(screen.getByRole('link')).not.toBeInTheDocument();
  });

  it('say what to do once the spending cap is reached', async () => {
    const { screen, platform } = await renderBanners();

    applyAlertEvent(platform.alerts, raisedAlert('spending-cap-reached').event);

    await expect.element(screen.getByText(/管理者は設定の「電話回線」で上限を上げられます/)).toBeVisible();
  });
});
