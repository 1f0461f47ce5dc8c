import { Search } from 'lucide-react';
import type { ReactElement, RefObject } from 'react';
import { Kbd } from './kbd.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** So that `/` can bring the focus here. */
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** Escape leaves the field, and empties it first when there is something in it. */
export function SearchField({ label, value, onChange, inputRef }: SearchFieldProps): ReactElement {
  return (
    <div className="relative min-w-0 flex-1">
      <Search aria-hidden className="absolute top-2 left-2 size-4 text-text-quiet" />
      <input
        ref={inputRef}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          if (value === '') event.currentTarget.blur();
          else onChange('');
        }}
        className="peer h-8 w-full rounded-sm border border-line bg-surface-raised pr-2 pl-8 text-ellipsis text-sm placeholder-shown:pr-8 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-text-quiet peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden">
        <Kbd>/</Kbd>
      </span>
    </div>
  );
}
