import { ChevronDown, Clock } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { laterTimes } from '../platform/later-times.ts';
import { usePlatform } from '../platform/platform-context.ts';
import { Button } from './button.tsx';
import { Menu, MenuItem, MenuLine } from './menu.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';

interface SnoozeMenuProps {
  readonly company: string;
  /** ISO 8601. */
  readonly dueAt: string;
  readonly disabled: boolean;
  readonly onMove: (dueAt: string) => void;
}

/** Puts a reminder off, to one of the usual times or to one of the agent's own. */
export function SnoozeMenu({ company, dueAt, disabled, onMove }: SnoozeMenuProps): ReactElement {
  const { t } = useTranslation('reminders');
  const { clock } = usePlatform();
  const [choosing, setChoosing] = useState(false);
  const name = t('snoozeOf', { company });
  return (
    <>
      <Menu
        label={name}
        trigger={
          <Button size="small" tone="quiet" disabled={disabled} aria-label={name} title={t('snooze')}>
            <Clock aria-hidden className="size-3.5" />
            <span className="@max-lg:hidden">{t('snooze')}</span>
            <ChevronDown aria-hidden className="size-3.5" />
          </Button>
        }
      >
        {laterTimes(clock.now()).map((later) => (
          <MenuItem key={later.name} onSelect={() => onMove(later.at)}>
            {t(`in.${later.name}`)}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem onSelect={() => setChoosing(true)}>{t('own')}</MenuItem>
      </Menu>
      {choosing && (
        <SnoozeDialog company={company} dueAt={dueAt} onMove={onMove} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
