import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SecondFactorDraft } from '../../../../backend/contract/second-factor.ts';
import { usePlatform } from '../../../platform/platform-context.ts';
import { queryKeys } from '../../../platform/query-keys.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { BackupCodeNote } from './backup-code-note.tsx';
import { PasswordQuestion } from './password-question.tsx';
import { SecondFactorSetUp } from './second-factor-set-up.tsx';

type Task = 'turn-on' | 'turn-off' | 'new-codes';

type Standing =
  | { readonly type: 'idle'; readonly told: 'isOn' | 'isOff' | null }
  | { readonly type: 'asked'; readonly task: Task }
  | { readonly type: 'setting-up'; readonly draft: SecondFactorDraft }
  | { readonly type: 'codes'; readonly codes: readonly string[]; readonly told: 'isOn' | null };

/** Codes from an app: switched on and off, and new backup codes. Whatever is done needs the password. */
export function SecondFactor({ isOn }: { readonly isOn: boolean }): ReactElement {
  const { t } = useTranslation('security');
  const { api } = usePlatform();
  const cache = useQueryClient();
  const [standing, setStanding] = useState<Standing>({ type: 'idle', told: null });
  const first = useRef<HTMLButtonElement>(null);
  const rest = (told: 'isOn' | 'isOff' | null): void => {
    setStanding({ type: 'idle', told });
    requestAnimationFrame(() => first.current?.focus());
  };
  const show = (secondFactor: 'on' | 'off'): void => {
    cache.setQueryData(queryKeys.security, { secondFactor });
  };

  const tasks: Record<Task, (password: string) => Promise<void>> = {
    'turn-on': async (password) =>
      setStanding({ type: 'setting-up', draft: await api.draftSecondFactor(password) }),
    'turn-off': async (password) => {
      show((await api.turnOffSecondFactor(password)).secondFactor);
      rest('isOff');
    },
    'new-codes': async (password) =>
      setStanding({ type: 'codes', codes: await api.newBackupCodes(password), told: null }),
  };

  switch (standing.type) {
    case 'asked':
      return <PasswordQuestion onAnswer={tasks[standing.task]} onCancel={() => rest(null)} />;
    case 'setting-up':
      return (
        <SecondFactorSetUp
          draft={standing.draft}
          onDone={() => {
            show('on');
            setStanding({ type: 'codes', codes: standing.draft.backupCodes, told: 'isOn' });
          }}
          onCancel={() => rest(null)}
        />
      );
    case 'codes':
      return <BackupCodeNote codes={standing.codes} onClose={() => rest(standing.told)} />;
    case 'idle':
      return (
        <>
          {standing.told !== null && <Notice tone="done">{t(`factor.${standing.told}`)}</Notice>}
          <p className="text-sm">{isOn ? t('factor.on') : t('factor.off')}</p>
          <div className="flex flex-wrap gap-2">
            <Button
              ref={first}
              onClick={() => setStanding({ type: 'asked', task: isOn ? 'turn-off' : 'turn-on' })}
            >
              {isOn ? t('factor.turnOff') : t('factor.turnOn')}
            </Button>
            {isOn && (
              <Button onClick={() => setStanding({ type: 'asked', task: 'new-codes' })}>
                {t('factor.newCodes')}
              </Button>
            )}
          </div>
        </>
      );
  }
}
