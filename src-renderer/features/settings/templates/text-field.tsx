import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../../backend/contract/templates.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { variableNameSchema } from './variable-name.ts';

interface TextFieldProps {
  readonly template: Template;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onWrite: (text: string) => void;
}

/** The text of a reply, and the variables that can be put in where the caret is. */
export function TextField({ template, text, problem, onWrite }: TextFieldProps): ReactElement {
  const { t } = useTranslation('templates');
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (variable: string): void => {
    const area = box.current;
    if (area === null) return;
    area.setRangeText(`{{${variable}}}`, area.selectionStart, area.selectionEnd, 'end');
    onWrite(area.value);
    area.focus();
  };
  return (
    <>
      <Field label={t('text')} problem={problem}>
        {(control) => (
          <textarea
            {...control}
            ref={box}
            rows={4}
            lang={template.language}
            value={text}
            // It is spoken in one go: a line break would be nothing to hear.
            onChange={(event) => onWrite(event.target.value.replaceAll('\n', ''))}
            className={inputClass}
          />
        )}
      </Field>
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">{t('variables')}</legend>
        <span aria-hidden className="text-text-quiet text-xs">
          {t('variables')}
        </span>
        {template.variables.map((name) => (
          <Button key={name} size="small" title={`{{${name}}}`} onClick={() => insert(name)}>
            {nameOf(name, t)}
          </Button>
        ))}
      </fieldset>
    </>
  );
}

function nameOf(variable: string, t: ReturnType<typeof useTranslation<'templates'>>['t']): string {
  const known = variableNameSchema.safeParse(variable);
  return known.success ? t(`variable.${known.data}`) : variable;
}
