import { type ComponentProps, type ReactElement, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../platform/platform-context.ts';
import { showToast } from '../platform/toasts.ts';
import { loadAllWords } from '../words/load-words.ts';
import { createPageLoader } from './page-loader.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { usePreloaded } from './use-preloaded.ts';

/** With the words of every language: who looks for something may name it in either. */
const palette = createPageLoader(async (words) => {
  const [{ CommandPalette }] = await Promise.all([
    import('./palette/command-palette.tsx'),
    loadAllWords(words),
  ]);
  return { CommandPalette };
});
const palettes = [palette] as const;

type CommandPalette = Awaited<ReturnType<typeof palette.load>>['CommandPalette'];

/** Holds the keyboard from the first moment: what is typed while the commands are on their way must not reach the page. */
export function Palette(props: ComponentProps<CommandPalette>): ReactElement {
  const { t } = useTranslation('palette');
  const Commands = useCommandPalette(props.onClose);
  return (
    <PaletteDialog label={t('title')} onClose={props.onClose}>
      {Commands === null ? <div className="h-12" /> : <Commands {...props} />}
    </PaletteDialog>
  );
}

/** So that the palette opens also when the server cannot be reached. */
export function usePalettePreloaded(): void {
  usePreloaded(palettes);
}

function useCommandPalette(onFailed: () => void): CommandPalette | null {
  const { t, i18n } = useTranslation('shell');
  const { toasts } = usePlatform();
  const [loaded, setLoaded] = useState<{ readonly component: CommandPalette } | null>(null);
  const fail = useEffectEvent(() => {
    palette.forgetFailure();
    showToast(toasts, 'failed', t('screenUnreachable'));
    onFailed();
  });
  useEffect(() => {
    palette.load(i18n).then(
      ({ CommandPalette }) => setLoaded({ component: CommandPalette }),
      () => fail(),
    );
  }, [i18n]);
  return loaded?.component ?? null;
}
