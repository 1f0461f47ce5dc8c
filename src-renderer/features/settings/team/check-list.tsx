import type { ReactElement } from 'react';

interface CheckListProps<Value extends string> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: Value[]) => void;
}

/** Some of several, side by side. */
export function CheckList<Value extends string>(props: CheckListProps<Value>): ReactElement {
  const { options, chosen, onChange } = props;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      {options.map(({ value, label }) => (
        <label key={value} className="flex h-7 items-center gap-1.5 text-sm">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, value] : chosen.filter((other) => other !== value))
            }
            className="accent-accent"
          />
          {label}
        </label>
      ))}
    </div>
  );
}
