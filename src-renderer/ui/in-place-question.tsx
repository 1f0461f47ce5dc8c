import { type ReactElement, useEffect, useRef } from 'react';
import { Button } from './button.tsx';

interface InPlaceQuestionProps {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly tone: 'connect' | 'destructive';
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** A confirmation where the button was: Enter says yes, Escape says no, and nothing else is covered. */
export function InPlaceQuestion({
  question,
  yes,
  no,
  tone,
  onYes,
  onNo,
}: InPlaceQuestionProps): ReactElement {
  const yesButton = useRef<HTMLButtonElement>(null);
  useEffect(() => yesButton.current?.focus(), []);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div
      role="group"
      aria-label={question}
      data-owns-keys
      className="flex min-h-11 items-center gap-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onNo();
      }}
    >
      <span className="min-w-0 text-pretty font-medium text-sm">{question}</span>
      <span className="flex shrink-0 gap-2">
        <Button ref={yesButton} tone={tone} size="large" onClick={onYes}>
          {yes}
        </Button>
        <Button size="large" onClick={onNo}>
          {no}
        </Button>
      </span>
    </div>
  );
}
