import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../backend/contract/customers.ts';
import type { Template, TemplateSet } from '../../../../backend/contract/templates.ts';
import type { WhoseTexts } from '../../../platform/settings-api.ts';
import { useLanguage } from '../../../platform/use-language.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';

import { FormActions } from '../versions/form-actions.tsx';
import { SettledConflict } from '../versions/settled-conflict.tsx';
import { RefusedTexts } from './refused-texts.tsx';
import { SampleCustomer } from './sample-customer.tsx';
import { TemplateChoice } from './template-choice.tsx';
import { TemplateHistory } from './template-history.tsx';
import { groupsOf } from './template-names.ts';
import { TemplatePreviewBox } from './template-preview.tsx';
import { TextDiff } from './text-diff.tsx';
import { TextField } from './text-field.tsx';
import { useTemplatePreview } from './use-template-preview.ts';
import { type TemplateTexts, useTemplateTexts } from './use-template-texts.ts';

interface TemplateEditorProps {
  readonly whose: WhoseTexts;
  readonly set: TemplateSet;
}

/** All that the AI says, one reply at a time, saved together. */
export function TemplateEditor({ whose, set }: TemplateEditorProps): ReactElement {
  const { t } = useTranslation('templates');
  const texts = useTemplateTexts(whose, set);
  // Where it was left, so that what is said of unsaved changes is seen beside them.
  const [chosen, setChosen] = useState(texts.resumed[0] ?? set.templates[0]?.key ?? '');
  const { dirtyFields } = texts.form.formState;
  const unsaved = new Set(Object.keys(dirtyFields).filter((key) => dirtyFields[key] === true));
  const nameOf = useTemplateName(set);
  const resumed = texts.resumed.filter((key) => unsaved.has(key));
  const template = set.templates.find(({ key }) => key === chosen);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        texts.submit();
      }}
      className="flex flex-col gap-4"
    >
      {resumed.length > 0 && (
        <Notice tone="info">{t('resumed', { replies: resumed.map(nameOf).join(t('between')) })}</Notice>
      )}
      <TemplateChoice templates={set.templates} unsaved={unsaved} chosen={chosen} onChoose={setChosen} />
      {template !== undefined && <Reply key={chosen} whose={whose} template={template} texts={texts} />}
      <SettledConflict edit={texts} nameOf={nameOf} wordsOf={(key, all) => all[key] ?? ''} />
      <RefusedTexts error={texts.save.error} nameOf={nameOf} onChoose={setChosen} />
      <div className="sticky bottom-0 -mx-6 border-line-quiet border-t bg-surface px-6 py-3">
        <FormActions edit={texts} />
      </div>
    </form>
  );
}

interface ReplyProps {
  readonly whose: WhoseTexts;
  readonly template: Template;
  readonly texts: TemplateTexts;
}

function Reply({ whose, template, texts: { form } }: ReplyProps): ReactElement {
  const { t } = useTranslation('templates');
  const [customer, setCustomer] = useState<Customer | null>(null);
  const { key, defaultText, defaultSource, language } = template;
  const text = form.watch(key) ?? '';
  const preview = useTemplatePreview({ whose, key, text, customerId: customer?.id ?? null });
  const write = (written: string): void => form.setValue(key, written, { shouldDirty: true });
  return (
    <>
      <TextField
        template={template}
        text={text}
        problem={form.formState.errors[key] && t('unspeakable')}
        onWrite={write}
      />
      {text === defaultText && <p className="text-text-quiet text-xs">{t(`inForce.${defaultSource}`)}</p>}
      {template.audio !== null && <Notice tone="info">{t('audio')}</Notice>}
      <TemplatePreviewBox template={template} preview={preview.data} />
      <SampleCustomer customer={customer} onChoose={setCustomer} />
      {text !== defaultText && (
        <section
          aria-label={t(`diff.${defaultSource}`)}
          className="flex flex-col gap-1 rounded-sm border border-line-quiet p-3"
        >
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="text-text-quiet text-xs">{t(`diff.${defaultSource}`)}</h3>
            <Button size="small" onClick={() => write(defaultText)}>
              {t(`reset.${defaultSource}`)}
            </Button>
          </div>
          <TextDiff from={defaultText} to={text} language={language} />
        </section>
      )}
      <TemplateHistory whose={whose} template={template} text={text} onRestore={write} />
    </>
  );
}

function useTemplateName({ templates }: TemplateSet): (key: string) => string {
  const keys = templates.map(({ key }) => key);
  const replies = groupsOf(keys, useLanguage()).flatMap((group) => group.replies);
  return (key) => replies.find((reply) => reply.key === key)?.name ?? key;
}
