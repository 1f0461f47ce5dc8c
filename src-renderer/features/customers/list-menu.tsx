import { Ellipsis, FileUp, ListChecks, ShieldBan } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ExportQuery } from '../../../backend/contract/customer-exports.ts';
import type { CustomerFilter } from '../../../backend/contract/customers.ts';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { saveFile } from '../../platform/save-file.ts';
import { showToast } from '../../platform/toasts.ts';
import { useConnectionLost } from '../../platform/use-connection-lost.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { useSingleMutation } from '../../platform/use-single-mutation.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { StatusTable } from './status-table.tsx';

/** Files of customers: in, and out as they are listed. */
export function ListMenu({ filter }: { readonly filter: CustomerFilter }): ReactElement {
  const { t } = useTranslation(['customers', 'failures']);
  const { api, toasts } = usePlatform();
  const [, navigate] = useLocation();
  const lost = useConnectionLost();
  const language = useLanguage();
  const [rulesShown, setRulesShown] = useState(false);
  const exported = useSingleMutation({
    mutationKey: ['export-customers'],
    mutationFn: (format: ExportQuery['format']) => api.exportCustomers({ ...filter, format, language }),
    onSuccess: (file, format) => {
      saveFile(file, `${t('export.fileName')}.${format}`);
      showToast(toasts, 'done', t('export.done'));
    },
    onError: (error) => showToast(toasts, 'failed', t(`failures:${failureCode(error)}`)),
  });
  return (
    <>
      <Menu
        label={t('more')}
        trigger={
          <Button
            tone="quiet"
            size="icon"
            aria-label={exported.isPending ? t('export.busy') : t('more')}
            title={t('more')}
            busy={exported.isPending}
          >
            {!exported.isPending && <Ellipsis aria-hidden className="size-4" />}
          </Button>
        }
      >
        <MenuItem onSelect={() => navigate('/customers/imports')}>
          <FileUp aria-hidden className="size-4" />
          {t('import')}
        </MenuItem>
        <MenuItem onSelect={() => navigate('/customers/do-not-call')}>
          <ShieldBan aria-hidden className="size-4" />
          {t('doNotCallList')}
        </MenuItem>
        <MenuItem onSelect={() => setRulesShown(true)}>
          <ListChecks aria-hidden className="size-4" />
          {t('statusRules.title')}
        </MenuItem>
        <MenuLine />
        <MenuHeading>{t('export.title')}</MenuHeading>
        {(['csv', 'xlsx'] as const).map((format) => (
          <MenuItem key={format} disabled={lost} onSelect={() => exported.mutate(format)}>
            {t(`export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
      {rulesShown && <StatusTable onClose={() => setRulesShown(false)} />}
    </>
  );
}
