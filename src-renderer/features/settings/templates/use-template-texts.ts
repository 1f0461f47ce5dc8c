import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { saveTemplatesSchema, type TemplateSet } from '../../../../backend/contract/templates.ts';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import type { WhoseTexts } from '../../../platform/settings-api.ts';
import { useVersionedForm, type VersionedForm } from '../versions/use-versioned-form.ts';

/** By key. */
export type Texts = Record<string, string>;

const textsSchema = z.record(z.string(), z.string());

export type TemplateTexts = VersionedForm<Texts, Texts>;

/** The form of all texts of an agent. */
export function useTemplateTexts(whose: WhoseTexts, set: TemplateSet): TemplateTexts {
  const { api } = usePlatform();
  const cache = useQueryClient();
  const show = (fresh: TemplateSet): Versioned<Texts> => {
    cache.setQueryData(queryKeys.templates(whose), fresh);
    return versionedOf(fresh);
  };
  return useVersionedForm<Texts, Texts>({
    draftKey: `templates-${whose ?? 'mine'}`,
    mutationKey: ['save-templates', whose],
    saved: versionedOf(set),
    draftSchema: textsSchema,
    savableSchema: saveTemplatesSchema.shape.texts,
    read: async () => show(await api.templates(whose)),
    write: async (basedOn, texts) => {
      const saved = await api.saveTemplates(whose, { basedOn, texts: ownOf(set, texts) });
      void cache.invalidateQueries({ queryKey: queryKeys.templateHistories(whose) });
      return show(saved);
    },
  });
}

function versionedOf({ version, templates }: TemplateSet): Versioned<Texts> {
  return { version, fields: Object.fromEntries(templates.map(({ key, text }) => [key, text])) };
}

/** What differs from the defaults: those are not to be held against who leaves them alone. */
function ownOf({ templates }: TemplateSet, texts: Texts): Texts {
  const defaults = new Map(templates.map(({ key, defaultText }) => [key, defaultText]));
  return Object.fromEntries(Object.entries(texts).filter(([key, text]) => defaults.get(key) !== text));
}
