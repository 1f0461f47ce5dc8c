import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerImport } from '../../../../backend/contract/customer-imports.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { InPlaceQuestion } from '../../../ui/in-place-question.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useListImported } from '../use-kept-list.ts';
import type { useImportSteps } from './use-import-steps.ts';

interface ImportActionsProps {
  readonly one: CustomerImport;
  readonly steps: ReturnType<typeof useImportSteps>;
  readonly onRevise: () => void;
}

/** What can be done with an import where it stands. */
export function ImportActions({ one, steps, onRevise }: ImportActionsProps): ReactNode {
  const { t } = useTranslation('customerImports');
  const lost = useConnectionLost();
  const common = { busy: steps.isPending, disabled: lost };
  switch (one.state) {
    case 'checking':
    case 'running':
    case 'undoing':
      return (
        <div>
          <Button {...common} onClick={() => steps.step('cancel')}>
            {t('cancel')}
          </Button>
        </div>
      );
    case 'checked':
      return <Checked one={one} steps={steps} onRevise={onRevise} />;
    case 'stopped':
      return (
        <div className="flex flex-wrap gap-2">
          <Button tone="primary" {...common} onClick={() => steps.step('start')}>
            {t('continue')}
          </Button>
          <Taken one={one} steps={steps} />
        </div>
      );
    case 'done':
      return (
        <div className="flex flex-wrap gap-2">
          <Taken one={one} steps={steps} />
        </div>
      );
    case 'undone':
      return <Report steps={steps} />;
    case 'reading':
    case 'uploaded':
    case 'unreadable':
      return null;
  }
}

function Checked({ one: { counts }, steps, onRevise }: ImportActionsProps): ReactElement {
  const { t } = useTranslation('customerImports');
  const lost = useConnectionLost();
  const count = counts.created + counts.updated;
  return (
    <>
      {count === 0 && <Notice tone="warning">{t('nothing')}</Notice>}
      <div className="flex flex-wrap gap-2">
        {count > 0 && (
          <Button tone="primary" busy={steps.isPending} disabled={lost} onClick={() => steps.step('start')}>
            {t('start', { count })}
          </Button>
        )}
        <Button disabled={steps.isPending} onClick={onRevise}>
          {t('revise')}
        </Button>
        <Report steps={steps} />
      </div>
    </>
  );
}

function Taken({ one, steps }: Omit<ImportActionsProps, 'onRevise'>): ReactElement {
  const { t } = useTranslation('customerImports');
  const [, navigate] = useLocation();
  const lost = useConnectionLost();
  const listImported = useListImported();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <InPlaceQuestion
        question={t('undo.ask')}
        yes={t('undo.yes')}
        no={t('undo.no')}
        tone="destructive"
        onYes={() => {
          setAsking(false);
          steps.step('undo');
        }}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <>
      <Button
        onClick={() => {
          listImported(one.id);
          navigate('/customers');
        }}
      >
        {t('show')}
      </Button>
      <Report steps={steps} />
      <Button tone="destructive-quiet" disabled={lost || steps.isPending} onClick={() => setAsking(true)}>
        {t('undo.action')}
      </Button>
    </>
  );
}

function Report({ steps }: Pick<ImportActionsProps, 'steps'>): ReactElement {
  const { t } = useTranslation('customerImports');
  const lost = useConnectionLost();
  return (
    <div>
      <Button disabled={lost || steps.isPending} onClick={steps.saveReport}>
        {t('report')}
      </Button>
    </div>
  );
}
