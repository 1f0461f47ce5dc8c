import { CloudOff, RotateCw } from 'lucide-react';
import { Component, type ContextType, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsInCall } from '../features/softphone/use-softphone.ts';
import { PlatformContext } from '../platform/platform-context.ts';
import { useConnectionLost } from '../platform/use-connection-lost.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

interface ErrorBoundaryProps {
  /** Going to another one is a new try. */
  readonly place: string;
  /** Before what is inside is tried again. */
  readonly onRetry: () => void;
  /** What can still be done meanwhile, beside another try. */
  readonly besides?: ReactNode;
  readonly children: ReactNode;
}

type ErrorBoundaryState = { readonly type: 'fine' } | { readonly type: 'broken' };

/** A screen that cannot be shown, as after an update took away its files, leaves the rest of the console standing. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static override readonly contextType = PlatformContext;
  declare context: ContextType<typeof PlatformContext>;
  override state: ErrorBoundaryState = { type: 'fine' };

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { type: 'broken' };
  }

  override componentDidCatch(error: Error): void {
    this.context?.log.caught('screen-broken', error);
  }

  override componentDidUpdate({ place }: ErrorBoundaryProps): void {
    if (this.state.type === 'broken' && place !== this.props.place) this.retry();
  }

  override render(): ReactNode {
    const { besides, children } = this.props;
    return this.state.type === 'broken' ? (
      <Broken onRetry={() => this.retry()} besides={besides} />
    ) : (
      children
    );
  }

  private retry(): void {
    this.props.onRetry();
    this.setState({ type: 'fine' });
  }
}

interface BrokenProps {
  readonly onRetry: () => void;
  readonly besides: ReactNode;
}

/** Never offers to load the page anew while that would take away the softphone, and with it the call. */
function Broken({ onRetry, besides }: BrokenProps): ReactElement {
  const { t } = useTranslation('shell');
  const lost = useConnectionLost();
  const inCall = useIsInCall();
  return (
    <div role="alert" className="h-full">
      {lost || inCall ? (
        <EmptyState
          icon={lost ? CloudOff : RotateCw}
          title={t(lost ? 'screenUnreachable' : 'screenBrokenInCall')}
        >
          <Button onClick={onRetry}>{t('retry')}</Button>
          {besides}
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
