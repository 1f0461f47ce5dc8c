import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DesktopBridge } from '../../../platform/desktop.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SettingRow } from '../setting-row.tsx';
import { SettingsSection } from '../settings-section.tsx';
import { AppVersion } from './app-version.tsx';
import { DesktopSwitch } from './desktop-switch.tsx';
import { useDesktopSettings } from './use-desktop-settings.ts';

/** How the desktop app starts and behaves on this computer, and what helps when it does not. */
export function AppSettings({ bridge }: { readonly bridge: DesktopBridge }): ReactElement {
  const { t } = useTranslation(['settings', 'deviceSettings']);
  const chosen = useDesktopSettings(bridge);
  const info = useQuery({ queryKey: ['desktop', 'info'], queryFn: () => bridge.app.info() });
  const report = useMutation({ mutationFn: () => bridge.log.saveReport() });
  const log = useMutation({ mutationFn: () => bridge.log.show() });
  return (
    <>
      <SettingsSection title={t('desktop.start')}>
        <DesktopSwitch name="launchAtLogin" chosen={chosen} />
        {chosen.refused && <Notice tone="failed">{t('desktop.launchRefused')}</Notice>}
        <DesktopSwitch
          name="startHidden"
          chosen={chosen}
          disabled={chosen.settings?.launchAtLogin === false}
        />
        {info.data?.tellsOfLock === true && <DesktopSwitch name="awayWhenLocked" chosen={chosen} />}
        {chosen.failed && <Notice tone="failed">{t('deviceSettings:server.noAnswer')}</Notice>}
      </SettingsSection>
      <SettingsSection title={t('desktop.version')}>
        <AppVersion bridge={bridge} />
      </SettingsSection>
      <SettingsSection title={t('desktop.fault')} lead={t('desktop.faultLead')}>
        <SettingRow label={t('desktop.report')} hint={t('desktop.reportHint')}>
          <span className="flex gap-2">
            <Button busy={report.isPending} onClick={() => report.mutate()}>
              {t('desktop.saveReport')}
            </Button>
            <Button tone="quiet" onClick={() => log.mutate()}>
              {t('desktop.showLog')}
            </Button>
          </span>
        </SettingRow>
        {report.isSuccess && <Notice tone="info">{t(`desktop.report-${report.data}`)}</Notice>}
        {(report.isError || log.isError) && <Notice tone="failed">{t('desktop.reportFailed')}</Notice>}
      </SettingsSection>
    </>
  );
}
