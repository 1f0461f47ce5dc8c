import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { WantedHistory } from '../../platform/history-api.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem } from '../../ui/menu.tsx';
import { useHistoryExport } from './use-export.ts';

/** The calls that are listed, all of them, as a file; while it comes, how much of it there is. */
export function ExportMenu({ filter }: { readonly filter: WantedHistory }): ReactElement {
  const { t } = useTranslation('history');
  const lost = useConnectionLost();
  const { received, begin } = useHistoryExport(filter);
  return (
    <span className="flex shrink-0 items-center gap-2">
      <span role="status" className="text-text-quiet text-xs empty:hidden">
        {received !== null && t('export.received', { megabytes: received / 1_000_000 })}
      </span>
      <Menu
        label={t('export.title')}
        trigger={
          <Button
            tone="quiet"
            size="icon"
            aria-label={received === null ? t('export.title') : t('export.busy')}
            title={t('export.title')}
            busy={received !== null}
          >
            {received === null && <Download aria-hidden className="size-4" />}
          </Button>
        }
      >
        <MenuHeading>{t('export.title')}</MenuHeading>
        {(['csv', 'xlsx'] as const).map((format) => (
          <MenuItem key={format} disabled={lost} onSelect={() => begin(format)}>
            {t(`export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
