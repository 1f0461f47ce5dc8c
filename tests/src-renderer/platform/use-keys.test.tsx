import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type KeyBindings, useKeys } from '../../../src-renderer/platform/keyboard.ts';
import { renderConsole } from '../support/render-console.tsx';

function Listener({ bindings }: { readonly bindings: KeyBindings }) {
  useKeys(bindings);
  return <input aria-label="メモ" />;
}

async function listen() {
  const act = vi.fn();
  const rendered = await renderConsole(<Listener bindings={{ h: act, End: act, 'mod+k': act }} />);
  return { ...rendered, act };
}

describe('useKeys', () => {
  it('hears letters, named keys and keys with the modifier on the page', async () => {
    const { act } = await listen();

    await userEvent.keyboard('h{End}{Control>}k{/Control}');

    expect(act).toHaveBeenCalledTimes(3);
  });

  it('hears nothing in a field', async () => {
    const { act, screen } = await listen();
    await screen.getByRole('textbox', { name: 'メモ' }).click();

    await userEvent.keyboard('h{End}{Control>}k{/Control}');

    expect(act).not.toHaveBeenCalled();
  });

  it('hears nothing while an input method composes', async () => {
    const { act } = await listen();

    for (const key of ['h', 'End']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, isComposing: true }));
    }

    expect(act).not.toHaveBeenCalled();
  });

  it('hears no single letter when they are switched off, but every other key', async () => {
    const { act, platform } = await listen();
    platform.preferences.setState({ singleKeys: false });

    await userEvent.keyboard('h');
    expect(act).not.toHaveBeenCalled();
    await userEvent.keyboard('{End}{Control>}k{/Control}');

    expect(act).toHaveBeenCalledTimes(2);
  });
});
