import { Square, Volume2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template, TemplatePreview, TemplateProblem } from '../../../../backend/contract/templates.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useSpoken } from './use-spoken.ts';
import { variableNameSchema } from './variable-name.ts';

interface TemplatePreviewProps {
  readonly template: Template;
  /** Undefined until it is known. */
  readonly preview: TemplatePreview | undefined;
}

/** What the customer will hear, how long that takes, and why it could not be saved. */
export function TemplatePreviewBox({ template, preview }: TemplatePreviewProps): ReactElement {
  const { t } = useTranslation('templates');
  const { say, speaking, stop } = useSpoken();
  const problemInWords = useProblemInWords();
  const { spoken, seconds, problems } = preview ?? template;
  const { language, mostSeconds } = template;
  return (
    <>
      <figure className="flex flex-col gap-1 rounded-sm bg-surface-sunken px-3 py-2">
        <figcaption className="flex flex-wrap items-center justify-between gap-2 text-text-quiet text-xs">
          <span>{t('preview')}</span>
          <span className={`tabular-nums ${seconds > mostSeconds ? 'font-medium text-state-failed' : ''}`}>
            {t('seconds', { seconds, most: mostSeconds })}
          </span>
        </figcaption>
        <p lang={language} aria-live="polite" className="break-words text-base">
          {spoken}
        </p>
        {say !== null && (
          <div>
            <Button size="small" tone="quiet" onClick={() => (speaking ? stop() : say(spoken, language))}>
              {speaking ? (
                <Square aria-hidden className="size-3.5" />
              ) : (
                <Volume2 aria-hidden className="size-3.5" />
              )}
              {speaking ? t('stop') : t('listen')}
            </Button>
          </div>
        )}
      </figure>
      {problems.map((problem) => (
        <Notice key={JSON.stringify(problem)} tone="warning">
          {problemInWords(problem)}
        </Notice>
      ))}
    </>
  );
}

function useProblemInWords(): (problem: TemplateProblem) => string {
  const { t } = useTranslation('templates');
  const nameOf = (variable: string): string => {
    const known = variableNameSchema.safeParse(variable);
    return known.success ? t(`variable.${known.data}`) : variable;
  };
  return (problem) => {
    switch (problem.type) {
      case 'empty':
      case 'stray-braces':
      case 'missing-disclosure':
      case 'denies-machine':
      case 'missing-recording':
      case 'unspeakable':
        return t(`problem.${problem.type}`);
      case 'unknown-variable':
        return t('problem.unknown-variable', { name: problem.name });
      case 'missing-variable':
        return t('problem.missing-variable', { name: nameOf(problem.name) });
      case 'too-long':
        return t('problem.too-long', { seconds: problem.seconds, most: problem.most });
    }
  };
}
