import { BellRing, CircleAlert, CircleCheck, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlatform } from '../platform/platform-context.ts';
import { dismissToast, type Toast } from '../platform/toasts.ts';
import { Button } from './button.tsx';

/** More at once nobody reads. */
const most = 3;

/**
 * Where they cover nothing: in the empty part of the navigation, of which banners have the upper half, and in a smaller window, which has no
 * such part, in a row of their own. The newest is the first, and what can be done about it is seen however long its sentence is. Stands in a
 * column, after what gives way to that row.
 */
export function Toasts(): ReactElement {
  const { t } = useTranslation('shell');
  const { toasts } = usePlatform();
  const shown = useStore(toasts).slice(-most).toReversed();
  return (
    <div
      role="status"
      className="flex shrink-0 flex-col gap-2 no-aside:not-empty:px-4 no-aside:not-empty:py-2 no-aside:max-h-1/3 no-aside:overflow-y-auto aside:fixed aside:bottom-44 aside:left-2 aside:z-10 aside:max-h-[calc(100vh-41.5rem)] aside:group-has-data-banner/shell:max-h-[calc((100vh-42.5rem)/2)] aside:w-40 aside:overflow-y-auto aside:not-empty:fade-below"
    >
      {shown.map(({ id, tone, text, action }) => (
        <div
          key={id}
          data-toast
          className="flex shrink-0 animate-appear items-center gap-x-2 gap-y-1 rounded-md bg-surface-raised py-2 pr-1 pl-2.5 text-sm shadow-float aside:flex-wrap"
        >
          <ToneIcon tone={tone} />
          {/* Last in the narrow column: there a long one goes on below the fold, and must not take the action with it. */}
          <p className="min-w-0 flex-1 text-pretty aside:order-last aside:basis-full aside:pr-1.5">{text}</p>
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
          <span className="flex aside:ml-auto">
            <Button
              tone="quiet"
              size="icon"
              aria-label={t('dismiss')}
              onClick={() => dismissToast(toasts, id)}
            >
              <X aria-hidden className="size-3.5" />
            </Button>
          </span>
        </div>
      ))}
    </div>
  );
}

function ToneIcon({ tone }: Pick<Toast, 'tone'>): ReactElement {
  switch (tone) {
    case 'done':
      return <CircleCheck aria-hidden className="size-4 shrink-0 text-state-human" />;
    case 'failed':
      return <CircleAlert aria-hidden className="size-4 shrink-0 text-state-failed" />;
    case 'told':
      return <BellRing aria-hidden className="size-4 shrink-0 text-accent" />;
  }
}
