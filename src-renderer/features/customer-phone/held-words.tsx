import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

interface HeldWordsProps {
  readonly words: string;
  readonly onSayNow: () => void;
}

/** Words over words are often not heard: they wait, unless the person wants to interrupt. */
export function HeldWords({ words, onSayNow }: HeldWordsProps): ReactElement {
  const { t } = useTranslation('customerPhone');
  return (
    <div
      role="status"
      className="flex items-center gap-3 self-end rounded-md border border-line border-dashed px-3 py-1.5"
    >
      <p className="flex min-w-0 flex-col">
        <span className="text-text-quiet text-xs">{t('held')}</span>
        <span lang="ja">{words}</span>
      </p>
      <Button size="small" onClick={onSayNow}>
        {t('sayNow')}
      </Button>
    </div>
  );
}
