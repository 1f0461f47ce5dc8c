import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../../backend/contract/templates.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Field, lineClass } from '../../../ui/field.tsx';
import { groupsOf } from './template-names.ts';

interface TemplateChoiceProps {
  readonly templates: readonly Template[];
  readonly unsaved: ReadonlySet<string>;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** Which of the replies is edited, with what was changed of them. */
export function TemplateChoice({ templates, unsaved, chosen, onChoose }: TemplateChoiceProps): ReactElement {
  const { t } = useTranslation('templates');
  const language = useLanguage();
  const changed = templates.filter(({ source, defaultSource }) => source !== defaultSource);
  const markOf = (key: string): string => {
    if (unsaved.has(key)) return t('mark.unsaved');
    return t(`mark.${templates.find((template) => template.key === key)?.source ?? 'product'}`);
  };
  const groups = groupsOf(
    templates.map(({ key }) => key),
    language,
  );
  return (
    <Field label={t('reply')} hint={t('replyHint', { changed: changed.length, all: templates.length })}>
      {(control) => (
        <select
          {...control}
          value={chosen}
          onChange={(event) => onChoose(event.target.value)}
          className={lineClass}
        >
          {groups.map(({ name, replies }) => (
            <optgroup key={name} label={name}>
              {replies.map((reply) => (
                <option key={reply.key} value={reply.key}>
                  {`${reply.name}${markOf(reply.key)}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
