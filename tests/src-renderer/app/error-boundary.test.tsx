import type { ReactElement, ReactNode } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ErrorBoundary } from '../../../src-renderer/app/error-boundary.tsx';
import { ShellBoundary } from '../../../src-renderer/app/shell-boundary.tsx';
import { SoftphoneContext } from '../../../src-renderer/features/softphone/use-softphone.ts';
import { PlatformContext, usePlatform } from '../../../src-renderer/platform/platform-context.ts';
import { playSoftphone } from '../support/played-softphone.ts';
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

describe('ShellBoundary', () => {
  it('leaves a call as it is when the console around it fails, and the agent a way out of it', async () => {
    silenceReact();
    const softphone = await playSoftphone();
    softphone.connect();

    const { screen } = await renderConsole(
      <SoftphoneContext value={softphone.store}>
        <ShellBoundary>
          <Unloadable />
        </ShellBoundary>
      </SoftphoneContext>,
    );
    await expect
      .element(screen.getByText('この画面を表示できませんでした。通話は続いています。'))
      .toBeVisible();
    await expect.element(screen.getByRole('button', { name: '読み込み直す' })).not.toBeInTheDocument();
    expect(softphone.leg).toEqual(['answered']);
    await screen.getByRole('button', { name: 'この回線を切る' }).click();
    softphone.tell({ type: 'ended', registered: true });

    expect(softphone.leg).toEqual(['answered', 'hung up']);
    await expect.element(screen.getByRole('button', { name: '読み込み直す' })).toBeVisible();
  });

  it('writes what failed into the log', async () => {
    silenceReact();
    const softphone = await playSoftphone();
    const caught: string[] = [];

    await renderConsole(
      <LoggedPlatform caught={caught}>
        <SoftphoneContext value={softphone.store}>
          <ShellBoundary>
            <Unloadable />
          </ShellBoundary>
        </SoftphoneContext>
      </LoggedPlatform>,
    );

    expect(caught).toEqual(['screen-broken: the page did not arrive']);
  });
});

function LoggedPlatform({
  caught,
  children,
}: {
  readonly caught: string[];
  readonly children: ReactNode;
}): ReactElement {
  const platform = usePlatform();
  const log = { caught: (what: string, cause: unknown) => caught.push(`${what}: ${wordsOf(cause)}`) };
  return <PlatformContext value={{ ...platform, log }}>{children}</PlatformContext>;
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function Unloadable(): ReactElement {
  throw new Error('the page did not arrive');
}

/** React writes every error that a boundary catches to the console. */
function silenceReact(): void {
  const silenced = vi.spyOn(console, 'error').mockImplementation(ignore);
  onTestFinished(() => silenced.mockRestore());
}
