import { ApiFailure } from '../../../platform/api-failure.ts';
import { campaignDraftSchema } from './campaign-draft.ts';
import type { CampaignForm } from './campaign-form-fields.tsx';

/** What only the server could know is said beside the field, too. */
export function showProblems(form: CampaignForm, error: Error): void {
  if (!(error instanceof ApiFailure)) return;
  for (const { path, problem } of error.fields) {
    const [name] = path.replace(/^settings\./, '').split('.');
    const field = campaignDraftSchema.keyof().safeParse(name);
    if (field.success) form.setError(field.data, { message: problem }, { shouldFocus: true });
  }
}
