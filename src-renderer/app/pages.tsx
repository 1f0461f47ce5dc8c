import { MapPinOff } from 'lucide-react';
import { type ComponentProps, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, Route, Switch, useLocation } from 'wouter';
import type { AgentProfile } from '../../backend/contract/agents.ts';
import { buttonClass } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import {
  audit,
  campaigns,
  customers,
  doNotCall,
  figures,
  history,
  imports,
  laterPages,
  reminders,
  reports,
  settings,
  today,
  wall,
} from './later-pages.ts';
import { PageSkeleton } from './page-skeleton.tsx';
import { CallsPage } from './pages/calls-page.tsx';
import { usePage } from './use-page.ts';
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
      <Suspense fallback={<PageSkeleton />}>
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
          <Route path="/customers/do-not-call">
            <DoNotCall role={profile.role} />
          </Route>
          <Route path="/customers/:customerId?">
            {({ customerId }) => (
              <Customers customerId={customerId} me={profile.agentId} role={profile.role} />
            )}
          </Route>
          <Route path="/campaigns/:campaignId?/:part?">
            {({ campaignId, part }) => <Campaigns campaignId={campaignId} part={part} role={profile.role} />}
          </Route>
          <Route path="/history/:callId?">
            {({ callId }) => <History callId={callId} me={profile.status} />}
          </Route>
          <Route path="/reminders">
            <Reminders profile={profile} />
          </Route>
          {profile.role === 'admin' && (
            <Route path="/audit">
              <Audit profile={profile} />
            </Route>
          )}
          <Route path="/today">
            <Today profile={profile} />
          </Route>
          {profile.role === 'admin' && (
            <Route path="/wall/:callId?">{({ callId }) => <Wall callId={callId} profile={profile} />}</Route>
          )}
          <Route path="/figures">
            <Figures profile={profile} presenceOf={undefined} />
          </Route>
          <Route path="/figures/presence/:agentId">
            {({ agentId }) => <Figures profile={profile} presenceOf={agentId} />}
          </Route>
          <Route path="/reports">
            <Reports profile={profile} />
          </Route>
          <Route path="/settings/:section?/:member?">
            {({ section, member }) => (
              <Settings section={section} member={member} profile={profile} onShowKeys={onShowKeys} />
            )}
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
  const { CustomersPage } = usePage(customers);
  return <CustomersPage {...props} />;
}

function Campaigns(props: ComponentProps<Loaded<typeof campaigns>['CampaignsPage']>): ReactElement {
  const { CampaignsPage } = usePage(campaigns);
  return <CampaignsPage {...props} />;
}

function Imports(props: ComponentProps<Loaded<typeof imports>['ImportsPage']>): ReactElement {
  const { ImportsPage } = usePage(imports);
  return <ImportsPage {...props} />;
}

function Reminders(props: ComponentProps<Loaded<typeof reminders>['RemindersPage']>): ReactElement {
  const { RemindersPage } = usePage(reminders);
  return <RemindersPage {...props} />;
}

function DoNotCall(props: ComponentProps<Loaded<typeof doNotCall>['DoNotCallPage']>): ReactElement {
  const { DoNotCallPage } = usePage(doNotCall);
  return <DoNotCallPage {...props} />;
}

function Audit(props: ComponentProps<Loaded<typeof audit>['AuditPage']>): ReactElement {
  const { AuditPage } = usePage(audit);
  return <AuditPage {...props} />;
}

function History(props: ComponentProps<Loaded<typeof history>['HistoryPage']>): ReactElement {
  const { HistoryPage } = usePage(history);
  return <HistoryPage {...props} />;
}

function Today(props: ComponentProps<Loaded<typeof today>['TodayPage']>): ReactElement {
  const { TodayPage } = usePage(today);
  return <TodayPage {...props} />;
}

function Wall(props: ComponentProps<Loaded<typeof wall>['WallPage']>): ReactElement {
  const { WallPage } = usePage(wall);
  return <WallPage {...props} />;
}

function Figures(props: ComponentProps<Loaded<typeof figures>['FiguresPage']>): ReactElement {
  const { FiguresPage } = usePage(figures);
  return <FiguresPage {...props} />;
}

function Reports(props: ComponentProps<Loaded<typeof reports>['ReportsPage']>): ReactElement {
  const { ReportsPage } = usePage(reports);
  return <ReportsPage {...props} />;
}

function Settings(props: ComponentProps<Loaded<typeof settings>['SettingsPage']>): ReactElement {
  const { SettingsPage } = usePage(settings);
  return <SettingsPage {...props} />;
}

function forgetFailures(): void {
  for (const page of laterPages) page.forgetFailure();
}
