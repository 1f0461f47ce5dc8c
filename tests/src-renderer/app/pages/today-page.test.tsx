import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { TodayPage } from '../../../../src-renderer/app/pages/today-page.tsx';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile } from '../../support/samples.ts';

afterEach(() => page.viewport(1280, 800));

describe('TodayPage', () => {
  it('begins with who waits where not everything is seen at once', async () => {
    await page.viewport(720, 800);

    const screen = await renderToday();

    const headings = screen.getByRole('heading', { level: 2 }).elements();
    const highest = headings.toSorted((one, other) => topOf(one) - topOf(other))[0];
    expect(highest?.textContent).toBe('お待ちの先方');
  });
});

async function renderToday() {
  const { screen } = await renderConsole(<TodayPage profile={sampleProfile()} />, {
    frameHeight: 700,
    answers: {
      'GET /api/calls/active': () => json({ calls: [] }),
      'GET /api/offers': () => json({ offers: [] }),
      'GET /api/queue': () => json({ waiting: [], longestSince: null }),
      'GET /api/agents': () => json({ agents: [] }),
    },
  });
  await expect.element(screen.getByRole('heading', { name: 'お待ちの先方' })).toBeInTheDocument();
  return screen;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
