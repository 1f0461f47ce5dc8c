import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import type { WhoseTexts } from '../../../platform/settings-api.ts';
import { LoadFailure } from '../../../ui/load-failure.tsx';
import { SkeletonText } from '../../../ui/skeleton.tsx';
import { Lockable } from '../lockable.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { TemplateEditor } from './template-editor.tsx';

interface TemplatesSettingsProps {
  readonly whose: WhoseTexts;
  readonly locked?: boolean;
}

/** What the AI says when it speaks for somebody. */
export function TemplatesSettings({ whose, locked = false }: TemplatesSettingsProps): ReactElement {
  const { t } = useTranslation('templates');
  return (
    <SettingsSection
      title={whose === 'team' ? t('teamTitle') : t('title')}
      lead={whose === 'team' ? t('teamLead') : t('lead')}
    >
      <Lockable locked={locked}>
        <Loaded key={whose} whose={whose} />
      </Lockable>
    </SettingsSection>
  );
}

function Loaded({ whose }: { readonly whose: WhoseTexts }): ReactElement {
  const { t } = useTranslation('templates');
  const { api } = usePlatform();
  const set = useQuery({ queryKey: queryKeys.templates(whose), queryFn: () => api.templates(whose) });
  if (set.data !== undefined) return <TemplateEditor whose={whose} set={set.data} />;
  return set.isError ? (
    <LoadFailure what="templates" error={set.error} onRetry={() => void set.refetch()} />
  ) : (
    <SkeletonText lines={6} label={t('loading')} />
  );
}
