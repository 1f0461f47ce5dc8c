import { RadioGroup } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them taken. */
export function Choices<Value extends string>({
  label,
  value,
  options,
  onChange,
}: ChoicesProps<Value>): ReactElement {
  return (
    <RadioGroup.Root
      aria-label={label}
      orientation="horizontal"
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      className="inline-flex flex-wrap gap-0.5 rounded-sm bg-surface-sunken p-0.5"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="inline-flex h-7 items-center gap-1.5 rounded-[5px] border border-transparent px-2.5 text-sm text-text-quiet hover:text-text data-[state=checked]:border-line data-[state=checked]:bg-surface-raised data-[state=checked]:font-medium data-[state=checked]:text-text"
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
