import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSettings } from '../../../backend/contract/agents.ts';
import { introductionTemplate } from '../../../backend/contract/introduction.ts';

/** How the AI will say who is calling, in Japanese whatever the console speaks; gaps show what is still to be filled in. */
export function IntroductionPreview({ settings }: { readonly settings: ConversationSettings }): ReactElement {
  const { t } = useTranslation('settings');
  const values: Readonly<Record<string, string>> = {
    my_company_name: settings.myCompanyName,
    my_representative_name: settings.myRepresentativeName,
    my_service_name: settings.myServiceName,
    callee_department: settings.calleeDepartment,
  };
  const spoken = introductionTemplate.replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => values[name]?.trim() || '＿＿',
  );
  return (
    <figure className="rounded-sm bg-surface-sunken px-3 py-2">
      <figcaption className="text-text-quiet text-xs">{t('conversation.preview')}</figcaption>
      <p lang="ja" className="text-sm">
        {spoken}
      </p>
    </figure>
  );
}
