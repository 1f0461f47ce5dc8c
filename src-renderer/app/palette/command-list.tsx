import { ArrowLeft, Check, Search } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../../platform/keyboard.ts';
import { Button } from '../../ui/button.tsx';
import { KeySequence } from '../../ui/kbd.tsx';
import type { Command } from './command.ts';

interface CommandListProps {
  readonly placeholder: string;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly commands: readonly Command[];
  /** On a second page: what it is about, and the way to the first one. */
  readonly about?: { readonly title: string; readonly onBack: () => void };
  /** Below the commands: what is on its way, what went wrong. */
  readonly children: ReactNode;
}

/** A field and below it what can be done: arrows choose, Enter does it, the focus stays in the field. */
export function CommandList({
  placeholder,
  search,
  onSearch,
  commands,
  about,
  children,
}: CommandListProps): ReactElement {
  const { t } = useTranslation('palette');
  const listId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    commands.findIndex(({ id }) => id === chosen),
  );
  const active = commands[at];

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const act = {
      ArrowDown: () => setChosen(commands[(at + 1) % commands.length]?.id ?? null),
      ArrowUp: () => setChosen(commands.at(at - 1)?.id ?? null),
      Enter: () => choose(active),
      Backspace: search === '' && about !== undefined ? about.onBack : null,
    }[event.key];
    if (act == null) return;
    event.preventDefault();
    act();
  };
  return (
    <>
      <div className="flex items-center gap-2 border-line-quiet border-b px-3">
        {about === undefined ? (
          <Search aria-hidden className="mx-1.5 size-4 shrink-0 text-text-quiet" />
        ) : (
          <BackButton title={about.title} onClick={about.onBack} />
        )}
        <input
          // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for, and in which one writes
          autoFocus
          role="combobox"
          aria-label={placeholder}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : `${listId}-${active.id}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={search}
          onChange={(event) => {
            setChosen(null);
            onSearch(event.target.value);
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
      </div>
      <Options id={listId} commands={commands} active={active ?? null} onPoint={setChosen} />
      {children}
      <p role="status" className="sr-only">
        {t('found', { number: commands.length })}
      </p>
    </>
  );
}

/** What cannot be done now says why, and does nothing. */
function choose(command: Command | undefined): void {
  if (command !== undefined && command.refused == null) command.run();
}

function BackButton({
  title,
  onClick,
}: {
  readonly title: string;
  readonly onClick: () => void;
}): ReactElement {
  const { t } = useTranslation('palette');
  return (
    <Button size="small" aria-label={`${t('back')}: ${title}`} onClick={onClick}>
      <ArrowLeft aria-hidden className="size-3.5" />
      <span className="max-w-48 truncate">{title}</span>
    </Button>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly commands: readonly Command[];
  readonly active: Command | null;
  readonly onPoint: (id: string) => void;
}

function Options({ id, commands, active, onPoint }: OptionsProps): ReactElement {
  const { t } = useTranslation('palette');
  const list = useRef<HTMLDivElement>(null);
  const activeId = active?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is found by what it says of itself
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('commands')}
      className="max-h-[50vh] scroll-pb-3 overflow-y-auto px-2 pt-1.5 pb-3 [mask-image:linear-gradient(to_bottom,black_calc(100%-12px),transparent)]"
    >
      {Object.entries(Object.groupBy(commands, ({ group }) => group)).map(([group, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which is not a fieldset
        <div key={group} role="group" aria-labelledby={`${id}-${group}`} className="pb-1.5 last:pb-0">
          <p id={`${id}-${group}`} className="px-2 pt-1.5 pb-1 text-text-quiet text-xs">
            {members[0] !== undefined && t(`group.${members[0].group}`)}
          </p>
          {members.map((command) => (
            <Option
              key={command.id}
              id={`${id}-${command.id}`}
              command={command}
              active={command === active}
              onPoint={() => onPoint(command.id)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly command: Command;
  readonly active: boolean;
  readonly onPoint: () => void;
}

function Option({ id, command, active, onPoint }: OptionProps): ReactElement {
  const { icon, label, hint, keys = [], taken = false, refused = null } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field
    <div
      id={id}
      role="option"
      // The focus stays in the field.
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={refused !== null || undefined}
      onPointerMove={onPoint}
      onClick={() => choose(command)}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 text-sm aria-disabled:cursor-not-allowed aria-selected:bg-surface-hover aria-selected:inset-ring-2 aria-selected:inset-ring-accent"
    >
      <span className="grid size-4 shrink-0 place-items-center text-text-quiet">{icon}</span>
      <span className={`truncate ${refused === null ? '' : 'text-text-quiet'}`}>{label}</span>
      <span className="min-w-0 flex-1 truncate text-text-quiet text-xs">{refused ?? hint}</span>
      {taken && <Check aria-hidden className="size-4 shrink-0 text-accent" />}
      {keys.length > 0 && (
        <span className="shrink-0 text-text-quiet">
          <KeySequence keys={keys} />
        </span>
      )}
    </div>
  );
}
