import { Pencil } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../backend/contract/campaigns.ts';
import { useKeys } from '../../platform/keyboard.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { isOver } from './campaign-numbers.ts';
import { draftOf } from './form/campaign-draft.ts';
import { EditCampaign } from './form/edit-campaign.tsx';
import { draftKeyOf } from './form/use-campaign-form.ts';
import { useSettingsWords } from './form/use-settings-words.ts';
import { useSourceWords } from './use-source-words.ts';

interface CampaignSettingsPartProps {
  readonly campaign: Campaign;
  readonly isAdmin: boolean;
}

/** How a campaign calls; E turns it into its form, for admins, as long as it is not over. */
export function CampaignSettingsPart({ campaign, isAdmin }: CampaignSettingsPartProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const { drafts } = usePlatform();
  const [wanted, setWanted] = useState(() => drafts.recall(draftKeyOf(campaign)) !== undefined);
  const mayEdit = isAdmin && !isOver(campaign);
  const isEditing = wanted && mayEdit;
  const edit = (): void => setWanted(true);
  useKeys(mayEdit && !isEditing ? { e: edit } : {});
  if (isEditing) {
    return (
      <div className="px-4 pt-3">
        <EditCampaign campaign={campaign} onDone={() => setWanted(false)} />
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-3 px-4 py-3">
      {mayEdit && (
        <Button size="small" aria-keyshortcuts="E" onClick={edit}>
          <Pencil aria-hidden className="size-3.5" />
          {t('settings.edit')}
          <Kbd>E</Kbd>
        </Button>
      )}
      {isAdmin && !mayEdit && <p className="text-sm text-text-quiet">{t('settings.over')}</p>}
      <SettingsList campaign={campaign} isAdmin={isAdmin} />
    </div>
  );
}

const shown = ['speaksForId', 'agentIds', 'hours', 'pace', 'retries'] as const;

function SettingsList({ campaign, isAdmin }: CampaignSettingsPartProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const { clock } = usePlatform();
  const language = useLanguage();
  const words = useSettingsWords([campaign.speaksFor, ...campaign.agents]);
  const source = useSourceWords(campaign.source, isAdmin);
  const draft = draftOf(campaign.settings);
  const at = formatDay(campaign.createdAt, clock.now(), language);
  const made =
    campaign.createdBy === null
      ? t('settings.created', { at })
      : t('settings.createdBy', { at, name: campaign.createdBy.name });
  return (
    <>
      <dl className="grid w-full grid-cols-1 gap-x-4 gap-y-2 text-sm strip:grid-cols-[11rem_minmax(0,1fr)]">
        <dt className="text-text-quiet">{t('settings.source')}</dt>
        <dd>{source}</dd>
        {shown.map((field) => (
          <Setting key={field} name={t(`form.field.${field}`)} value={words(field, draft)} />
        ))}
      </dl>
      <p className="text-text-quiet text-xs">{made}</p>
    </>
  );
}

function Setting({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt className="text-text-quiet">{name}</dt>
      <dd className="whitespace-pre-line text-pretty">{value}</dd>
    </>
  );
}
