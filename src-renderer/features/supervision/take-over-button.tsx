import { Headset } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { InPlaceQuestion } from '../../ui/in-place-question.tsx';

interface TakeOverButtonProps {
  /** The agent who loses the call; null where the AI has it. */
  readonly from: string | null;
  readonly disabled: boolean;
  readonly onTakeOver: () => void;
}

/** The admin becomes the human of the call, after a question in the button's own place. */
export function TakeOverButton({ from, disabled, onTakeOver }: TakeOverButtonProps): ReactElement {
  const { t } = useTranslation('supervision');
  const [asking, setAsking] = useState(false);
  if (asking && !disabled) {
    return (
      <InPlaceQuestion
        question={from === null ? t('takeOver.askAi') : t('takeOver.ask', { name: from })}
        yes={t('takeOver.yes')}
        no={t('takeOver.no')}
        tone="connect"
        onYes={() => {
          setAsking(false);
          onTakeOver();
        }}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <Button tone="connect" size="large" disabled={disabled} onClick={() => setAsking(true)}>
      <Headset aria-hidden className="size-4" />
      {t('takeOver.action')}
    </Button>
  );
}
