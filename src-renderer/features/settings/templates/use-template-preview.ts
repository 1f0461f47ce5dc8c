import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CustomerId } from '../../../../backend/contract/ids.ts';
import type { TemplatePreview } from '../../../../backend/contract/templates.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import type { WhoseTexts } from '../../../platform/settings-api.ts';
import { useSettledText } from '../../../platform/use-settled-text.ts';

interface Draft {
  readonly whose: WhoseTexts;
  readonly key: string;
  readonly text: string;
  /** Null: a sample's department and name. */
  readonly customerId: CustomerId | null;
}

/** How a text would sound that is being written. */
export function useTemplatePreview({ whose, key, text, customerId }: Draft): UseQueryResult<TemplatePreview> {
  const { api } = usePlatform();
  const settled = useSettledText(text);
  return useQuery({
    queryKey: ['templates', 'preview', whose, key, settled, customerId],
    queryFn: () =>
      api.previewTemplate(whose, {
        key,
        text: settled,
        ...(customerId === null ? {} : { customerId }),
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}
