import { PhoneOff } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lineOf } from '../features/softphone/softphone-line.ts';
import { useSoftphone } from '../features/softphone/use-softphone.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/** Inside the softphone: whatever fails in the console, a call goes on, and can be left. */
export function ShellBoundary({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <ErrorBoundary place="" onRetry={() => undefined} besides={<LeaveCall />}>
      {children}
    </ErrorBoundary>
  );
}

/** Only the line: what else to do about the call was in the console. */
function LeaveCall(): ReactElement | null {
  const { t } = useTranslation('shell');
  const { state, hangUp } = useSoftphone();
  const line = lineOf(state);
  if (line === null) return null;
  return (
    <Button tone="destructive" size="large" onClick={() => hangUp(line.callId)}>
      <PhoneOff aria-hidden className="size-4" />
      {t('leaveLine')}
    </Button>
  );
}
