import { CloudOff, RotateCw } from 'lucide-react';
import { Component, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionLost } from '../platform/use-connection-lost.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ErrorBoundaryProps {
  /** Going to another one is a new try. */
  readonly place: string;
  /** Before what is inside is tried again. */
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

type ErrorBoundaryState = { readonly type: 'fine' } | { readonly type: 'broken' };

/** A screen that cannot be shown, as after an update took away its files, leaves the rest of the console standing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { type: 'fine' };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { type: 'broken' };
  }

  override componentDidUpdate({ place }: ErrorBoundaryProps): void {
    if (this.state.type === 'broken' && place !== this.props.place) this.retry();
  }

  override render(): ReactNode {
    return this.state.type === 'broken' ? <Broken onRetry={() => this.retry()} /> : this.props.children;
  }

  private retry(): void {
    this.props.onRetry();
    this.setState({ type: 'fine' });
  }
}

/** Never offers to load the page anew while that would take away the softphone, and with it the call. */
function Broken({ onRetry }: { readonly onRetry: () => void }): ReactElement {
  const { t } = useTranslation('shell');
  const lost = useConnectionLost();
  return (
    <div role="alert" className="h-full">
      {lost ? (
        <EmptyState icon={CloudOff} title={t('screenUnreachable')}>
          <Button onClick={onRetry}>{t('retry')}</Button>
        </EmptyState>
      ) : (
        <EmptyState icon={RotateCw} title={t('newVersion')}>
          <Button tone="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </EmptyState>
      )}
    </div>
  );
}
