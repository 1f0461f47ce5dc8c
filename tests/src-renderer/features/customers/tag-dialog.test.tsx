import { describe, expect, it } from 'vitest';
import { TagDialog } from '../../../../src-renderer/features/customers/tag-dialog.tsx';
import { json } from '../../support/fake-server.ts';
import { renderConsole } from '../../support/render-console.tsx';

describe('TagDialog', () => {
  it('says for how many customers the tag is, and is left without giving one', async () => {
    const given: string[] = [];
    let closed = 0;
    const close = (): void => {
      closed += 1;
    };
    const { screen } = await renderConsole(
      <TagDialog count={1_200} onTag={(tag) => given.push(tag)} onClose={close} />,
      { answers: { 'GET /api/customers/tags': () => json({ tags: [] }) } },
    );

    await expect.element(screen.getByRole('dialog', { name: '1,200社にタグを付ける' })).toBeVisible();
    await screen.getByRole('button', { name: 'やめる' }).click();

    expect({ given, closed }).toEqual({ given: [], closed: 1 });
  });
});
