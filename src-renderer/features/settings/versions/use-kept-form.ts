import { useEffect, useEffectEvent, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { z } from 'zod';
import type { Versioned } from '../../../platform/field-merge.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { showToast } from '../../../platform/toasts.ts';
import { useAskBeforeUnload } from '../../../platform/use-ask-before-unload.ts';
import { settingsSectionNameSchema } from '../settings-sections.ts';

/** What was written and not saved, with what it was written over. */
export interface KeptEdit<Fields> {
  readonly base: Versioned<Fields>;
  readonly draft: Fields;
}

/** What is left of a form that was not saved; null when nothing is, or when it has another shape by now. */
export function useKeptEdit<Fields>(key: string, schema: z.ZodType<Fields>): KeptEdit<Fields> | null {
  const { drafts } = usePlatform();
  const [kept] = useState(() => {
    const edit = z.object({ base: z.object({ version: z.number(), fields: schema }), draft: schema });
    return edit.safeParse(drafts.recall(key)).data ?? null;
  });
  return kept;
}

/**
 * Keeps what is written in a form until it is saved or discarded, also over a reload; asks before the page goes, and tells whoever turns to
 * another screen the way back.
 */
export function useKeptForm<Fields extends FieldValues, Output>(
  key: string,
  form: UseFormReturn<Fields, unknown, Output>,
  base: Versioned<Fields>,
): void {
  const { drafts } = usePlatform();
  const { subscribe, formState } = form;
  const { isDirty } = formState;
  const keep = useEffectEvent((values: Fields, dirty: boolean): void => {
    if (dirty) drafts.keep(key, { base, draft: values });
    else drafts.drop(key);
  });
  useEffect(
    () =>
      subscribe({
        formState: { values: true, isDirty: true },
        callback: (state) => keep(state.values, state.isDirty ?? false),
      }),
    [subscribe],
  );
  useAskBeforeUnload(isDirty);
  useWayBack(key);
}

/** Of the section that the address names: what is kept is no secret. */
function useWayBack(key: string): void {
  const { t } = useTranslation('settings');
  const { drafts, toasts } = usePlatform();
  const [address, navigate] = useLocation();
  const [here] = useState(address);
  const onLeave = useEffectEvent((): void => {
    if (drafts.recall(key) === undefined) return;
    const section = settingsSectionNameSchema.safeParse(here.split('/')[2]).data ?? 'account';
    const run = (): void => navigate(here);
    showToast(toasts, 'done', t('unsaved', { section: t(`section.${section}`) }), { label: t('goOn'), run });
  });
  useEffect(() => () => onLeave(), []);
}
