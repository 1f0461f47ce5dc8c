import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

export function PhoneKeys({ onPress }: { readonly onPress: (key: string) => void }): ReactElement {
  const { t } = useTranslation('customerPhone');
  return (
    <fieldset className="grid w-fit grid-cols-3 gap-1.5">
      <legend className="sr-only">{t('keypad')}</legend>
      {keys.map((key) => (
        <Button key={key} size="large-icon" onClick={() => onPress(key)}>
          <span className="text-lg">{key}</span>
        </Button>
      ))}
    </fieldset>
  );
}
