import { ChevronDown, Mic } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { Softphone } from './use-softphone.ts';

type MicrophoneMenuProps = Pick<Softphone, 'microphones' | 'chosenMicrophone' | 'chooseMicrophone'>;

export function MicrophoneMenu({
  microphones,
  chosenMicrophone,
  chooseMicrophone,
}: MicrophoneMenuProps): ReactElement {
  const { t } = useTranslation('softphone');
  return (
    <Menu
      label={t('microphone')}
      side="top"
      trigger={
        <Button tone="quiet" aria-label={t('microphone')} title={t('microphone')}>
          <Mic aria-hidden className="size-4" />
          <ChevronDown aria-hidden className="size-3.5 max-sliver:hidden" />
        </Button>
      }
    >
      <MenuItem checked={chosenMicrophone === null} onSelect={() => chooseMicrophone(null)}>
        {t('systemMicrophone')}
      </MenuItem>
      {microphones.map(({ deviceId, label }, index) => (
        <MenuItem
          key={deviceId}
          checked={chosenMicrophone === deviceId}
          onSelect={() => chooseMicrophone(deviceId)}
        >
          {label === '' ? t('unnamedMicrophone', { number: index + 1 }) : label}
        </MenuItem>
      ))}
    </Menu>
  );
}
