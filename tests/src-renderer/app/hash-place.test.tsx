import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { Link, Router, useLocation, useSearch } from 'wouter';
import { useHashPlace } from '../../../src-renderer/app/hash-place.ts';

const address = window.location.href;

function Here(): ReactElement {
  const [path, navigate] = useLocation();
  return (
    <>
      <output>{`${path} | ${useSearch()}`}</output>
      <Link href="/history?result=success">絞る</Link>
      <Link href="/calls">通話</Link>
      <button type="button" onClick={() => navigate('/history?result=absent', { replace: true })}>
        変える
      </button>
    </>
  );
}

describe('useHashPlace', () => {
  beforeEach(() => window.history.replaceState(null, '', '#/history'));
  afterEach(() => window.history.replaceState(null, '', address));

  const shown = () =>
    render(
      <Router hook={useHashPlace}>
        <Here />
      </Router>,
    );

  it('keeps what a place is narrowed down to with the place, and nowhere else', async () => {
    const screen = await shown();

    await screen.getByRole('link', { name: '絞る' }).click();
    await expect.element(screen.getByRole('status')).toHaveTextContent('/history | result=success');
    expect(window.location.hash).toBe('#/history?result=success');
    await screen.getByRole('link', { name: '通話' }).click();

    await expect.element(screen.getByRole('status')).toHaveTextContent(/^\/calls \|$/);
    expect(window.location.hash).toBe('#/calls');
  });

  it('goes back to it', async () => {
    const screen = await shown();
    await screen.getByRole('link', { name: '絞る' }).click();
    await screen.getByRole('link', { name: '通話' }).click();

    window.history.back();

    await expect.element(screen.getByRole('status')).toHaveTextContent('/history | result=success');
  });

  it('puts one in the place of another', async () => {
    const screen = await shown();
    await screen.getByRole('link', { name: '絞る' }).click();

    await screen.getByRole('button', { name: '変える' }).click();
    await expect.element(screen.getByRole('status')).toHaveTextContent('result=absent');
    window.history.back();

    await expect.element(screen.getByRole('status')).toHaveTextContent(/^\/history \|$/);
  });

  it('reads what somebody wrote into the address', async () => {
    const screen = await shown();

    window.location.hash = '#/reports?period=week';

    await expect.element(screen.getByRole('status')).toHaveTextContent('/reports | period=week');
  });
});
