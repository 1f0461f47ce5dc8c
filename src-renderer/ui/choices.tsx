import { RadioGroup } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  /** The element that says why some of them cannot be taken. */
  readonly describedBy?: string | undefined;
  readonly onChange: (value: Value) => void;
}

/** A few choices side by side, one of them taken. */
export function Choices<Value extends string>({
  label,
  value,
  options,
  describedBy,
  onChange,
}: ChoicesProps<Value>): ReactElement {
  return (
    <RadioGroup.Root
      aria-label={label}
      aria-describedby={describedBy}
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
          disabled={option.disabled ?? false}
          className="inline-flex h-7 items-center gap-1.5 rounded-[5px] border border-transparent px-2.5 text-sm text-text-quiet disabled:cursor-not-allowed disabled:opacity-40 enabled:hover:text-text data-[state=checked]:border-line data-[state=checked]:bg-surface-raised data-[state=checked]:font-medium data-[state=checked]:text-text"
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
