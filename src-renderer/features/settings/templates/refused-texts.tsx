import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiFailure } from '../../../platform/api-failure.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

interface RefusedTextsProps {
  readonly error: Error | null;
  readonly nameOf: (key: string) => string;
  readonly onChoose: (key: string) => void;
}

/** The replies that the server would not save, each with the way to it: its preview says what is wrong. */
export function RefusedTexts({ error, nameOf, onChoose }: RefusedTextsProps): ReactElement | null {
  const { t } = useTranslation('templates');
  const fields = error instanceof ApiFailure ? error.fields : [];
  const keys = [...new Set(fields.map(({ path }) => path.replace(/^texts\./, '')))];
  if (keys.length === 0) return null;
  return (
    <Notice
      tone="warning"
      action={
        <span className="flex flex-wrap justify-end gap-1.5">
          {keys.map((key) => (
            <Button key={key} size="small" onClick={() => onChoose(key)}>
              {nameOf(key)}
            </Button>
          ))}
        </span>
      }
    >
      {t('refused')}
    </Notice>
  );
}
