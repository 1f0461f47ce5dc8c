import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../../src-renderer/platform/api-failure.ts';
import { LoadFailure } from '../../../src-renderer/ui/load-failure.tsx';
import { renderConsole } from '../support/render-console.tsx';

const ignore = (): void => undefined;

describe('LoadFailure', () => {
  it('says what could not be loaded, and that the calls go on', async () => {
    const { screen } = await renderConsole(
      <LoadFailure what="calls" error={new ApiFailure('internal', 'played')} onRetry={ignore} />,
    );

    const alert = screen.getByRole('alert');
    await expect.element(alert).toHaveTextContent('進行中の通話を読み込めませんでした');
    await expect
      .element(alert)
      .toHaveTextContent('管理者にお知らせください。進行中の通話は、サーバー側で続いています');
    await expect.element(screen.getByRole('button', { name: 'もう一度読み込む' })).toBeVisible();
  });

  it('leads from something that is gone to the list of its kind, for loading it again would not help', async () => {
    const { screen } = await renderConsole(
      <LoadFailure
        what="call"
        list="/calls"
        error={new ApiFailure('not-found', 'played')}
        onRetry={ignore}
      />,
    );

    await expect.element(screen.getByRole('link', { name: '一覧へ戻る' })).toHaveAttribute('href', '/calls');
    await expect.element(screen.getByRole('button')).not.toBeInTheDocument();
  });
});
