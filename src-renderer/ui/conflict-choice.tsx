import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionLost } from '../platform/use-connection-lost.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

type Whose = 'mine' | 'theirs';

interface ConflictChoiceProps<Field extends string> {
  /** Those that both have changed. */
  readonly fields: readonly Field[];
  readonly nameOf: (field: Field) => string;
  /** What a field says as each of the two has it, in words. */
  readonly wordsOf: (field: Field, whose: Whose) => string;
  readonly saving: boolean;
  readonly onSettle: (givenUp: ReadonlySet<Field>) => void;
  readonly onBack: () => void;
}

/** Where two have changed the same: field by field, whose word counts. Comes into sight, and is read out, when it is first asked. */
export function ConflictChoice<Field extends string>(props: ConflictChoiceProps<Field>): ReactElement {
  const { fields, nameOf, wordsOf, saving, onSettle, onBack } = props;
  const { t } = useTranslation('shell');
  const lost = useConnectionLost();
  const section = useFocusAtFirst();
  const [givenUp, setGivenUp] = useState<ReadonlySet<Field>>(new Set());
  const choose = (field: Field, whose: Whose): void => {
    const others = [...givenUp].filter((other) => other !== field);
    setGivenUp(new Set(whose === 'theirs' ? [...others, field] : others));
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={t('conflict.title')}
      className="flex flex-col gap-3 rounded-md border border-line bg-surface-raised p-3"
    >
      <Notice tone="warning">{t('conflict.title')}</Notice>
      <p className="text-pretty text-sm">{t('conflict.lead')}</p>
      {fields.map((field) => (
        <FieldChoice
          key={field}
          name={nameOf(field)}
          said={{ mine: wordsOf(field, 'mine'), theirs: wordsOf(field, 'theirs') }}
          chosen={givenUp.has(field) ? 'theirs' : 'mine'}
          onChoose={(whose) => choose(field, whose)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" busy={saving} disabled={lost} onClick={() => onSettle(givenUp)}>
          {saving ? t('conflict.saving') : t('conflict.save')}
        </Button>
        <Button tone="quiet" disabled={saving} onClick={onBack}>
          {t('conflict.back')}
        </Button>
      </div>
    </section>
  );
}

/** The form that was saved can be longer than the window, and its button out of the way of what is asked. */
function useFocusAtFirst(): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: 'center' });
  }, []);
  return element;
}

interface FieldChoiceProps {
  readonly name: string;
  readonly said: Readonly<Record<Whose, string>>;
  readonly chosen: Whose;
  readonly onChoose: (whose: Whose) => void;
}

function FieldChoice({ name, said, chosen, onChoose }: FieldChoiceProps): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <fieldset className="min-w-0 rounded-sm border border-line-quiet px-3 pb-2">
      <legend className="px-1 font-medium text-sm">{name}</legend>
      {(['mine', 'theirs'] as const).map((whose) => (
        <label key={whose} className="flex items-start gap-2 py-1 text-sm">
          <input
            type="radio"
            name={`conflict-${name}`}
            checked={chosen === whose}
            onChange={() => onChoose(whose)}
            className="mt-1 accent-accent"
          />
          <span className="w-28 shrink-0 text-text-quiet">{t(`conflict.${whose}`)}</span>
          <span className="min-w-0 whitespace-pre-wrap break-words">
            {said[whose].trim() === '' ? t('conflict.nothing') : said[whose]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
