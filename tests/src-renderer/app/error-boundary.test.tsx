import type { ReactElement } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ErrorBoundary } from '../../../src-renderer/app/error-boundary.tsx';
import { renderConsole } from '../support/render-console.tsx';

const ignore = (): void => undefined;

describe('ErrorBoundary', () => {
  it('tries again at another place', async () => {
    silenceReact();
    const { screen, rerender } = await renderConsole(
      <ErrorBoundary place="/customers" onRetry={ignore}>
        <Unloadable />
      </ErrorBoundary>,
    );
    await expect.element(screen.getByRole('alert')).toBeVisible();

    await rerender(
      <ErrorBoundary place="/calls" onRetry={ignore}>
        <p>通話の画面</p>
      </ErrorBoundary>,
    );

    await expect.element(screen.getByText('通話の画面')).toBeVisible();
  });

  it('offers another try, and no reload that would end the call, while the server cannot be reached', async () => {
    silenceReact();
    let tries = 0;
    const { screen, platform } = await renderConsole(
      <ErrorBoundary
        place="/customers"
        onRetry={() => {
          tries += 1;
        }}
      >
        <Unloadable />
      </ErrorBoundary>,
    );
    platform.connection.setState({ type: 'lost', since: 0 }, true);

    await expect.element(screen.getByText(/通話は続いています/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: '読み込み直す' })).not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'もう一度読み込む' }).click();

    expect(tries).toBe(1);
  });
});

function Unloadable(): ReactElement {
  throw new Error('the page did not arrive');
}

/** React writes every error that a boundary catches to the console. */
function silenceReact(): void {
  const silenced = vi.spyOn(console, 'error').mockImplementation(ignore);
  onTestFinished(() => silenced.mockRestore());
}
