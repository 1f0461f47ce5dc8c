import { useTranslation } from 'react-i18next';
import type { RoutingSettings, Skill } from '../../../../backend/contract/routing.ts';
import type { FieldName } from '../../../platform/field-merge.ts';

interface RoutingWords {
  readonly nameOf: (field: FieldName<RoutingSettings>) => string;
  readonly wordsOf: (field: FieldName<RoutingSettings>, settings: RoutingSettings) => string;
}

/** What the settings of routing are called, and what they say. */
export function useRoutingWords(): RoutingWords {
  const { t } = useTranslation(['team', 'vocabulary']);
  const wantedBy = ({ tags, reasons }: Skill): string[] => [
    ...tags,
    ...reasons.map((reason) => t(`vocabulary:handoffReason.${reason}`)),
  ];
  return {
    nameOf: (field) => t(`routing.${field}`),
    wordsOf(field, settings) {
      switch (field) {
        case 'strategy':
          return t(`strategy.${settings.strategy}`);
        case 'telephones':
          return t(`telephones.${settings.telephones}`);
        case 'ringAll':
        case 'escalateToAdmins':
          return settings[field] ? t('on') : t('off');
        case 'skills':
          return settings.skills.map((skill) => `${skill.name} (${wantedBy(skill).join(', ')})`).join('\n');
        case 'offerSeconds':
        case 'handoffSeconds':
        case 'wrapUpSeconds':
        case 'awayAfterMissed':
          return String(settings[field]);
      }
    },
  };
}
