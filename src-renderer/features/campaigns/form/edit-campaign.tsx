import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../backend/contract/campaigns.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { useAskBeforeUnload } from '../../../platform/use-ask-before-unload.ts';
import { useConnectionLost } from '../../../platform/use-connection-lost.ts';
import { Button } from '../../../ui/button.tsx';
import { ConflictChoice } from '../../../ui/conflict-choice.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { InPlaceQuestion } from '../../../ui/in-place-question.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CampaignFormFields } from './campaign-form-fields.tsx';
import { draftKeyOf, useCampaignForm } from './use-campaign-form.ts';
import { useSettingsWords } from './use-settings-words.ts';

interface EditCampaignProps {
  readonly campaign: Campaign;
  readonly onDone: () => void;
}

/** Changes the settings of a campaign. What others change meanwhile is kept, too. */
export function EditCampaign({ campaign, onDone }: EditCampaignProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const { drafts } = usePlatform();
  const lost = useConnectionLost();
  const words = useSettingsWords([campaign.speaksFor, ...campaign.agents]);
  const { form, save, resumed, version, submit } = useCampaignForm(campaign, onDone);
  const { isDirty } = form.formState;
  useAskBeforeUnload(isDirty);
  const { setFocus } = form;
  useEffect(() => setFocus('name'), [setFocus]);
  const leave = (): void => {
    drafts.drop(draftKeyOf(campaign));
    onDone();
  };
  const { conflict } = save;
  if (conflict !== null) {
    return (
      <div className="flex flex-col gap-3">
        <ConflictChoice
          fields={conflict.conflicts}
          nameOf={(field) => t(`form.field.${field}`)}
          wordsOf={(field, whose) =>
            words(field, whose === 'mine' ? conflict.merged : conflict.theirs.fields)
          }
          saving={save.isPending}
          onSettle={save.settle}
          onBack={save.leaveConflict}
        />
        {save.error !== null && <FailureNotice error={save.error} />}
      </div>
    );
  }
  return (
    <form
      noValidate
      aria-label={t('form.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="flex flex-col gap-5"
    >
      {resumed && <Notice tone="info">{t('form.resumed')}</Notice>}
      {campaign.version !== version && <Notice tone="warning">{t('form.changedMeanwhile')}</Notice>}
      <CampaignFormFields form={form} source={null} />
      {save.error !== null && <FailureNotice error={save.error} />}
      <FormEnd isDirty={isDirty} isSaving={save.isPending} disabled={lost || !isDirty} onLeave={leave} />
    </form>
  );
}

interface FormEndProps {
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly disabled: boolean;
  readonly onLeave: () => void;
}

/** Always in sight; leaving with something unsaved is asked about in its place. */
function FormEnd({ isDirty, isSaving, disabled, onLeave }: FormEndProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const [asking, setAsking] = useState(false);
  return (
    <div className="sticky bottom-0 -mx-4 border-line-quiet border-t bg-surface px-4 py-2">
      {asking ? (
        <InPlaceQuestion
          question={t('form.discard')}
          yes={t('form.discardYes')}
          no={t('form.discardNo')}
          tone="destructive"
          onYes={onLeave}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div className="flex gap-2">
          <Button type="submit" tone="primary" busy={isSaving} disabled={disabled}>
            {isSaving ? t('form.saving') : t('form.save')}
          </Button>
          <Button disabled={isSaving} onClick={() => (isDirty ? setAsking(true) : onLeave())}>
            {t('form.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}
