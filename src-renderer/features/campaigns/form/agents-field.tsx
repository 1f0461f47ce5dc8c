import { type ReactElement, useId } from 'react';
import { Controller, type RefCallBack } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAgents } from '../../../platform/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { PresenceIcon } from '../../../ui/presence-mark.tsx';
import type { CampaignFieldsProps } from './campaign-form-fields.tsx';
import { useProblemWords } from './use-problem-words.ts';

/** Who takes the calls: some of everybody, or all at one press. */
export function AgentsField({ form }: CampaignFieldsProps): ReactElement {
  const { t } = useTranslation('campaigns');
  const id = useId();
  const agents = useAgents().data ?? [];
  const problem = useProblemWords(form.formState.errors).agentIds;
  return (
    <Controller
      control={form.control}
      name="agentIds"
      render={({ field: { value, onChange, ref } }) => (
        // biome-ignore lint/a11y/useSemanticElements: it stands in a fieldset already
        <div
          role="group"
          aria-labelledby={`${id}-label`}
          aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`}
          className="flex flex-col gap-1"
        >
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span id={`${id}-label`} className="font-medium text-sm">
              {t('form.field.agentIds')}
            </span>
            <span className="flex gap-1">
              <Button
                size="small"
                tone="quiet"
                onClick={() => onChange(agents.map(({ agentId }) => agentId))}
              >
                {t('form.allAgents')}
              </Button>
              <Button size="small" tone="quiet" onClick={() => onChange([])}>
                {t('form.noAgents')}
              </Button>
            </span>
          </div>
          <AgentChecks chosen={value} invalid={problem !== undefined} firstRef={ref} onChange={onChange} />
          <p id={`${id}-hint`} className="text-pretty text-text-quiet text-xs">
            {t('form.hint.agentIds')}
          </p>
          {problem !== undefined && (
            <p id={`${id}-problem`} role="alert" className="text-state-failed text-xs">
              {problem}
            </p>
          )}
        </div>
      )}
    />
  );
}

interface AgentChecksProps {
  readonly chosen: readonly string[];
  readonly invalid: boolean;
  /** What brings the focus here where something is wrong. */
  readonly firstRef: RefCallBack;
  readonly onChange: (chosen: string[]) => void;
}

function AgentChecks({ chosen, invalid, firstRef, onChange }: AgentChecksProps): ReactElement {
  const agents = useAgents().data ?? [];
  return (
    <div
      className={`grid max-h-60 grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-3 overflow-y-auto rounded-sm border bg-surface-raised px-2.5 py-1 ${invalid ? 'border-state-failed' : 'border-line'}`}
    >
      {agents.map(({ agentId, name, presence }, place) => (
        <label key={agentId} className="flex h-8 min-w-0 items-center gap-2 text-sm">
          <input
            ref={place === 0 ? firstRef : undefined}
            type="checkbox"
            checked={chosen.includes(agentId)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, agentId] : chosen.filter((other) => other !== agentId))
            }
            className="size-4 shrink-0 accent-accent"
          />
          <span className="truncate">{name}</span>
          <PresenceIcon presence={presence} />
        </label>
      ))}
    </div>
  );
}
