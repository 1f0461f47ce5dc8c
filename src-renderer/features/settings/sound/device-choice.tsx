import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudioDevice } from '../../../platform/audio-devices.ts';

/** As a value of `<select>`: no device has an empty id. */
const systemChoice = '';

interface DeviceChoiceProps {
  readonly label: string;
  readonly devices: readonly AudioDevice[];
  /** Null is the system's own choice. */
  readonly chosen: string | null;
  readonly onChoose: (deviceId: string | null) => void;
}

/** One of the computer's devices. A chosen one that is unplugged stays chosen, for when it comes back. */
export function DeviceChoice({ label, devices, chosen, onChoose }: DeviceChoiceProps): ReactElement {
  const { t } = useTranslation('settings');
  const named = devices.filter(({ deviceId }) => deviceId !== 'default');
  const missing = chosen !== null && !named.some(({ deviceId }) => deviceId === chosen);
  return (
    <select
      aria-label={label}
      value={chosen ?? systemChoice}
      onChange={({ target: { value } }) => onChoose(value === systemChoice ? null : value)}
      className="h-8 w-64 max-w-full truncate rounded-sm border border-line bg-surface-raised px-2 text-sm"
    >
      <option value={systemChoice}>{t('sound.system')}</option>
      {named.map(({ deviceId, label: name }, index) => (
        <option key={deviceId} value={deviceId}>
          {name === '' ? t('sound.unnamed', { number: index + 1 }) : name}
        </option>
      ))}
      {missing && <option value={chosen}>{t('sound.unplugged')}</option>}
    </select>
  );
}
