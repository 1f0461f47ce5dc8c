import { Ear, MessageCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Says who may speak now; the conversation itself is read out, so that this need not be. */
export function WhoseTurn({ listening }: { readonly listening: boolean }): ReactElement {
  const { t } = useTranslation('customerPhone');
  const Icon = listening ? Ear : MessageCircle;
  return (
    <p className="inline-flex items-center gap-1.5 text-sm text-text-quiet">
      <Icon aria-hidden className="size-4" />
      {listening ? t('theirTurn') : t('yourTurn')}
    </p>
  );
}
