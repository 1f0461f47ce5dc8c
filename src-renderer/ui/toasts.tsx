import { CircleAlert, CircleCheck, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../platform/platform-context.ts';
import { dismissToast } from '../platform/toasts.ts';
import { Button } from './button.tsx';

/**
 * Where they cover nothing: in the empty part of the navigation, and in a narrower window, which has no such part, in a row of their own.
 * Stands in a column, after what gives way to that row.
 */
export function Toasts(): ReactElement {
  const { t } = useTranslation('shell');
  const { toasts } = usePlatform();
  const shown = useStore(toasts);
  return (
    <div
      role="status"
      className="flex shrink-0 flex-col gap-2 max-wide:not-empty:px-4 max-wide:not-empty:py-2 wide:fixed wide:bottom-44 wide:left-2 wide:z-10 wide:w-40"
    >
      {shown.map(({ id, tone, text, action }) => (
        <div
          key={id}
          className="flex animate-appear items-start gap-2 rounded-md bg-surface-raised py-2 pr-1 pl-2.5 text-sm shadow-float"
        >
          {tone === 'done' ? (
            <CircleCheck aria-hidden className="mt-1 size-4 shrink-0 text-state-human" />
          ) : (
            <CircleAlert aria-hidden className="mt-1 size-4 shrink-0 text-state-failed" />
          )}
          <div className="mt-0.5 min-w-0 flex-1">
            <p className="text-pretty">{text}</p>
            {action !== null && (
              <Button
                size="small"
                onClick={() => {
                  dismissToast(toasts, id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
          </div>
          <Button tone="quiet" size="icon" aria-label={t('dismiss')} onClick={() => dismissToast(toasts, id)}>
            <X aria-hidden className="size-3.5" />
          </Button>
        </div>
      ))}
    </div>
  );
}
