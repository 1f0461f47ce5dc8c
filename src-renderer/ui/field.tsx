import { type ReactElement, type ReactNode, useId } from 'react';

/** What a control needs to be tied to its label, hint and problem. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

const boxClass =
  'w-full rounded-sm border border-line bg-surface-raised px-2.5 text-base aria-invalid:border-state-failed';

export const inputClass = `${boxClass} py-1.5`;

/** One line, as high whether something is chosen, picked or typed. */
export const lineClass = `${boxClass} h-8`;

export function Field({ label, hint, problem, children }: FieldProps): ReactElement {
  const id = useId();
  const described = [
    hint === undefined ? [] : `${id}-hint`,
    problem === undefined ? [] : `${id}-problem`,
  ].flat();

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-text-quiet text-xs">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="text-state-failed text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
