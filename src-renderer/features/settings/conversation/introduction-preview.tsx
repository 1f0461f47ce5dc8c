import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type ConversationSettings, setConversationSchema } from '../../../../backend/contract/agents.ts';
import { introductionTemplate } from '../../../../backend/contract/introduction.ts';

/** How the AI will say who is calling, in Japanese whatever the console speaks; gaps show what is still to be filled in. */
export function IntroductionPreview({ settings }: { readonly settings: ConversationSettings }): ReactElement {
  const { t } = useTranslation('settings');
  const values: Readonly<Record<string, string>> = {
    my_company_name: spokenOf(settings, 'myCompanyName'),
    my_representative_name: spokenOf(settings, 'myRepresentativeName'),
    my_service_name: spokenOf(settings, 'myServiceName'),
    callee_department: spokenOf(settings, 'calleeDepartment'),
  };
  const spoken = introductionTemplate.replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => values[name] || '＿＿',
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

/** Empty for what would be refused: it will never be said. */
function spokenOf(settings: ConversationSettings, name: keyof ConversationSettings): string {
  return setConversationSchema.shape[name].safeParse(settings[name]).data ?? '';
}
