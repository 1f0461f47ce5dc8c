import { Switch as RadixSwitch } from 'radix-ui';
import { type ReactElement, useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ label, hint, checked, disabled = false, onChange }: SwitchProps): ReactElement {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-text-quiet text-xs">
          {hint}
        </p>
      </div>
      <RadixSwitch.Root
        id={id}
        aria-describedby={`${id}-hint`}
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        className="h-5 w-9 shrink-0 rounded-full border border-line bg-surface-sunken p-px data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50"
      >
        <RadixSwitch.Thumb className="block size-4 rounded-full bg-line data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-filled motion-safe:transition-transform" />
      </RadixSwitch.Root>
    </div>
  );
}
