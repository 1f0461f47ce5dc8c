import { MapPinOff } from 'lucide-react';
import { type ComponentProps, type ReactElement, Suspense, use } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { customers, history, imports, laterPages, settings } from './later-pages.ts';
import { CallsPage } from './pages/calls-page.tsx';
import { usePreloaded } from './use-preloaded.ts';

interface PagesProps {
  readonly profile: AgentProfile;
  readonly onShowKeys: () => void;
}

/** Calls are there at once; the other pages follow, so that they open also when the server cannot be reached. */
export function Pages({ profile, onShowKeys }: PagesProps): ReactElement {
  const { t } = useTranslation('shell');
  const [place] = useLocation();
  usePreloaded(laterPages);

  return (
    <ErrorBoundary place={place} onRetry={forgetFailures}>
      <Suspense fallback={<SkeletonRows rows={12} label={t('loading')} />}>
        <Switch>
          <Route path="/">
            <Redirect to="/calls" replace />
          </Route>
          <Route path="/calls/:callId?">
            {({ callId }) => <CallsPage callId={callId} me={profile.status} />}
          </Route>
          <Route path="/customers/imports/:importId?">
            {({ importId }) => <Imports importId={importId} />}
          </Route>
          <Route path="/customers/:customerId?">
            {({ customerId }) => <Customers customerId={customerId} me={profile.agentId} />}
          </Route>
          <Route path="/history/:callId?">
            {({ callId }) => <History callId={callId} me={profile.status} />}
          </Route>
          <Route path="/settings/:section?">
            {({ section }) => <Settings section={section} profile={profile} onShowKeys={onShowKeys} />}
          </Route>
          <Route>
            <EmptyState icon={MapPinOff} title={t('notFound')}>
              <Link href="/calls" className={buttonClass({ tone: 'plain', size: 'medium' })}>
                {t('backToCalls')}
              </Link>
            </EmptyState>
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

type Loaded<Loader extends (typeof laterPages)[number]> = Awaited<ReturnType<Loader['load']>>;

function Customers(props: ComponentProps<Loaded<typeof customers>['CustomersPage']>): ReactElement {
  const { CustomersPage } = use(customers.load());
  return <CustomersPage {...props} />;
}

function Imports(props: ComponentProps<Loaded<typeof imports>['ImportsPage']>): ReactElement {
  const { ImportsPage } = use(imports.load());
  return <ImportsPage {...props} />;
}

function History(props: ComponentProps<Loaded<typeof history>['HistoryPage']>): ReactElement {
  const { HistoryPage } = use(history.load());
  return <HistoryPage {...props} />;
}

function Settings(props: ComponentProps<Loaded<typeof settings>['SettingsPage']>): ReactElement {
  const { SettingsPage } = use(settings.load());
  return <SettingsPage {...props} />;
}

function forgetFailures(): void {
  for (const page of laterPages) page.forgetFailure();
}
