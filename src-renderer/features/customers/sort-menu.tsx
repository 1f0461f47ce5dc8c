import { ArrowDownUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerFilter, customerFilterSchema } from '../../../backend/contract/customers.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';

type Sort = NonNullable<CustomerFilter['sort']>;

const orders = customerFilterSchema.shape.sort.unwrap().options;

interface SortMenuProps {
  readonly sort: Sort | undefined;
  readonly onChange: (sort: Sort) => void;
}

export function SortMenu({ sort = 'reading', onChange }: SortMenuProps): ReactElement {
  const { t } = useTranslation(['customers', 'filters']);
  return (
    <Menu
      label={t('sort.label')}
      trigger={
        <Button
          size="small"
          tone="quiet"
          aria-label={t('filters:chosen', { field: t('sort.label'), value: t(`sort.${sort}`) })}
        >
          <ArrowDownUp aria-hidden className="size-3.5" />
          {t(`sort.${sort}`)}
        </Button>
      }
    >
      {orders.map((order) => (
        <MenuItem key={order} checked={order === sort} onSelect={() => onChange(order)}>
          {t(`sort.${order}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
