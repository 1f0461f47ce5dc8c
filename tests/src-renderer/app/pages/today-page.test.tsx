import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { TodayPage } from '../../../../src-renderer/app/pages/today-page.tsx';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';
import { sampleProfile } from '../../support/samples.ts';

afterEach(() => {
  document.documentElement.style.removeProperty('--offer-room');
  return page.viewport(1280, 800);
});

describe('TodayPage', () => {
  it('begins with who waits where not everything is seen at once', async () => {
    await page.viewport(720, 800);

    const screen = await renderToday();

    const headings = screen.getByRole('heading', { level: 2 }).elements();
    const highest = headings.toSorted((one, other) => topOf(one) - topOf(other))[0];
    expect(highest?.textContent).toBe('人を待つ先方');
  });

  it.each([720, 1_280])('can be scrolled clear of an offer’s card in a window %i wide', async (width) => {
    await page.viewport(width, 800);
    document.documentElement.style.setProperty('--offer-room', '250px');
    const screen = await renderToday();

    const frame = screen.container.querySelector('.overflow-y-auto');
    frame?.scrollTo(0, frame.scrollHeight);

    const sections = screen.getByRole('region').elements();
    const lowest = Math.max(...sections.map((section) => section.getBoundingClientRect().bottom));
    expect(lowest).toBeLessThanOrEqual(700 - 250);
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
  await expect.element(screen.getByRole('heading', { name: '人を待つ先方' })).toBeInTheDocument();
  return screen;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
