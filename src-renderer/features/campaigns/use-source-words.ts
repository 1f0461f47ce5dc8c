import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ShownSource } from '../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { queryKeys } from '../../platform/query-keys.ts';

/** How the customers of a campaign were chosen. Views and files have names only for whoever may see them. */
export function useSourceWords(source: ShownSource, isAdmin: boolean): string {
  const { t } = useTranslation('campaigns');
  const { api } = usePlatform();
  const views = useQuery({
    queryKey: queryKeys.customerViews,
    queryFn: api.customerViews,
    enabled: isAdmin && source.type === 'view',
  });
  const imports = useQuery({
    queryKey: queryKeys.customerImports,
    queryFn: api.customerImports,
    enabled: isAdmin && source.type === 'import',
  });
  switch (source.type) {
    case 'view': {
      const view = views.data?.find(({ id }) => id === source.viewId);
      return view === undefined ? t('source.viewGone') : t('source.view', { name: view.name });
    }
    case 'filter':
      return t(Object.keys(source.filter).length === 0 ? 'source.everybody' : 'source.filter');
    case 'import': {
      const file = imports.data?.find(({ id }) => id === source.importId);
      return file === undefined ? t('source.import') : t('source.importNamed', { name: file.fileName });
    }
    case 'customers':
      return t('source.customers', { number: source.customers });
  }
}
