import { ENGLISH_TEMPLATES } from './english-templates.ts';
import {
  type OccasionalValues,
  renderTemplate,
  type TemplateKey,
  type Templates,
  templateValues,
} from './templates.ts';
import type { SpokenLanguage } from './turn-result.ts';
import type { TurnSettings } from './turn-settings.ts';

/** What the wording of a call depends on. */
export type Wording = Pick<TurnSettings, 'conversation' | 'templates' | 'pronunciations'> & {
  readonly callee: Pick<TurnSettings['callee'], 'department'>;
};

/** What a reply says, in words, in the language that the call is held in. */
export function lineOf(
  wording: Wording,
  language: SpokenLanguage,
  key: TemplateKey,
  occasion: OccasionalValues = {},
): string {
  return renderTemplate(templatesIn(language, wording.templates)[key], valuesIn(language, wording), occasion);
}

function templatesIn(language: SpokenLanguage, templates: Templates): Templates {
  switch (language) {
    case 'ja-JP':
      return templates;
    case 'en-US':
      return { ...templates, ...ENGLISH_TEMPLATES };
  }
}

function valuesIn(language: SpokenLanguage, { conversation, callee, pronunciations }: Wording) {
  const values = templateValues(conversation, callee.department);
  if (language === 'ja-JP') return values;
  const inEnglish = (name: string) => pronunciations.find(({ written }) => written === name)?.english ?? name;
  return {
    ...values,
    my_company_name: inEnglish(values.my_company_name),
    my_service_name: inEnglish(values.my_service_name),
    my_representative_name: inEnglish(values.my_representative_name),
  };
}
