import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignPreview } from '../../../../backend/contract/campaign-members.ts';
import { failureCode } from '../../../platform/api-failure.ts';
import { useCampaignPreview } from '../../../platform/campaign-queries.ts';
import { useSettledText } from '../../../platform/use-settled-text.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { LeftOutReasons } from '../left-out.tsx';
import { type SourceDraft, savableSourceSchema } from './source-draft.ts';

/** Whom a campaign with these customers would call, and whom not, counted as they are chosen. */
export function SourcePreview({ draft }: { readonly draft: SourceDraft }): ReactElement {
  const { t } = useTranslation('campaigns');
  const search = useSettledText(draft.filter.search ?? '');
  const settled = { ...draft, filter: { ...draft.filter, search: search === '' ? undefined : search } };
  const source = savableSourceSchema.safeParse(settled).data ?? null;
  const preview = useCampaignPreview(source);
  return (
    <section
      aria-label={t('form.preview.title')}
      aria-busy={preview.isFetching}
      className="flex min-h-20 flex-col gap-1.5 rounded-md border border-line-quiet bg-surface-sunken px-3 py-2"
    >
      {source === null ? (
        <Quiet>{t('form.preview.choose')}</Quiet>
      ) : preview.isError ? (
        <Failure error={preview.error} />
      ) : preview.data == null ? (
        <Quiet>{t('form.preview.counting')}</Quiet>
      ) : (
        <Counted preview={preview.data} />
      )}
    </section>
  );
}

function Quiet({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="text-pretty text-sm text-text-quiet">{children}</p>;
}

function Failure({ error }: { readonly error: Error }): ReactElement {
  const { t } = useTranslation('campaigns');
  if (failureCode(error) === 'not-found') return <Notice tone="failed">{t('form.preview.gone')}</Notice>;
  return <FailureNotice error={error} />;
}

function Counted({ preview }: { readonly preview: CampaignPreview }): ReactElement {
  const { t } = useTranslation('campaigns');
  const { customers, callable, leftOut, inOtherCampaigns } = preview;
  return (
    <>
      <p role="status" className="flex flex-wrap items-baseline gap-x-2">
        <span className="text-sm text-text-quiet">{t('form.preview.of', { number: customers })}</span>
        <strong className={`font-semibold text-lg ${callable === 0 ? 'text-state-failed' : ''}`}>
          {callable === 0 ? t('form.preview.nobody') : t('form.preview.callable', { number: callable })}
        </strong>
      </p>
      {leftOut.length > 0 && (
        <>
          <p className="font-medium text-sm">{t('form.preview.leftOut')}</p>
          <LeftOutReasons reasons={leftOut} />
        </>
      )}
      {inOtherCampaigns > 0 && (
        <p className="text-pretty text-sm">{t('leftOut.inOthers', { number: inOtherCampaigns })}</p>
      )}
    </>
  );
}
