import { ChevronDown } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Menu, MenuItem } from './menu.tsx';

interface FilterMenuProps<Value extends string> {
  readonly label: string;
  /** Undefined: all. */
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | undefined) => void;
  /** One of them has to be chosen. */
  readonly always?: boolean;
  /** In place of options, where there are none. */
  readonly none?: ReactNode;
}

/** One way to narrow a list down; what is chosen stands on its button. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>): ReactElement {
  const { label, value, options, onChange, none, always = false } = props;
  const { t } = useTranslation('filters');
  const chosen =
    value === undefined ? undefined : (options.find((one) => one.value === value)?.label ?? value);
  return (
    <Menu
      label={label}
      trigger={
        <Button size="small" tone={chosen === undefined ? 'quiet' : 'plain'}>
          <span className="max-w-48 truncate">
            {chosen === undefined ? label : t('chosen', { field: label, value: chosen })}
          </span>
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      }
    >
      {!always && (
        <MenuItem checked={value === undefined} onSelect={() => onChange(undefined)}>
          {t('any')}
        </MenuItem>
      )}
      {options.map((option) => (
        <MenuItem key={option.value} checked={option.value === value} onSelect={() => onChange(option.value)}>
          {option.label}
        </MenuItem>
      ))}
      {options.length === 0 && none}
    </Menu>
  );
}
