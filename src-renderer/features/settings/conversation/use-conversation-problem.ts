import type { FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type ConversationSettings, setConversationSchema } from '../../../../backend/contract/agents.ts';

/** Says what is wrong with a field of what the AI says of the team. */
export function useConversationProblem(): (
  name: keyof ConversationSettings,
  error: FieldError | undefined,
) => string | undefined {
  const { t } = useTranslation('settings');
  return (name, error) => {
    if (error === undefined) return undefined;
    if (error.type === 'invalid_format') return t('conversation.unspeakable');
    const max = setConversationSchema.shape[name].maxLength;
    return error.type === 'too_big' && max !== null
      ? t('conversation.tooLong', { max })
      : t('conversation.required');
  };
}
