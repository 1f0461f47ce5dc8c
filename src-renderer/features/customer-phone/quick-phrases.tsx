import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

const phrases = ['greeting', 'whoIsCalling', 'whatAbout', 'holdOn', 'onLine', 'absent', 'noThanks'] as const;

/** What receptions say most, at one press. Always Japanese: the AI listens in it. */
export function QuickPhrases({ onSay }: { readonly onSay: (text: string) => void }): ReactElement {
  const { t } = useTranslation('customerPhone');
  return (
    <ul aria-label={t('phrases')} lang="ja" className="flex flex-wrap gap-1.5">
      {phrases.map((phrase) => (
        <li key={phrase}>
          <Button onClick={() => onSay(t(`phrase.${phrase}`))}>{t(`phrase.${phrase}`)}</Button>
        </li>
      ))}
    </ul>
  );
}
