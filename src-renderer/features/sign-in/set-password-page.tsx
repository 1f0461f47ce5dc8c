import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { failureCode } from '../../platform/api-failure.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { buttonClass } from '../../ui/button.tsx';
import { LanguageChoices } from '../../ui/language-choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { SetPasswordForm } from './set-password-form.tsx';

type Standing =
  | { readonly type: 'checking' }
  | { readonly type: 'open' }
  | { readonly type: 'over' }
  | { readonly type: 'done'; readonly email: string };

/** Where a link from an admin leads: whoever has it sets their password. */
export function SetPasswordPage({ token }: { readonly token: string }): ReactElement {
  const { t } = useTranslation(['signIn', 'shell']);
  const [settled, setStanding] = useState<Standing | null>(null);
  const looked = useLinkStanding(token);
  const standing = settled ?? looked;
  return (
    <main className="flex min-h-full flex-col items-center gap-12 bg-surface-sunken px-4 pt-[14vh] pb-4">
      <div className="flex w-88 max-w-full flex-col gap-5 rounded-md bg-surface-raised p-6 shadow-float">
        <header className="flex items-center gap-3">
          <KeyRound aria-hidden className="size-8 shrink-0 text-accent" />
          <div>
            <h1 className="font-semibold text-xl">
              {standing.type === 'over' ? t('setPassword.over') : t('setPassword.title')}
            </h1>
            {(standing.type === 'open' || standing.type === 'checking') && (
              <p className="text-pretty text-sm text-text-quiet">{t('setPassword.lead')}</p>
            )}
          </div>
        </header>
        {standing.type === 'checking' && <SkeletonText lines={4} label={t('shell:loading')} />}
        {standing.type === 'open' && (
          <SetPasswordForm
            token={token}
            onDone={(email) => setStanding({ type: 'done', email })}
            onOver={() => setStanding({ type: 'over' })}
          />
        )}
        {standing.type === 'over' && <Notice tone="failed">{t('setPassword.overHint')}</Notice>}
        {standing.type === 'done' && (
          <Notice tone="done">{t('setPassword.done', { email: standing.email })}</Notice>
        )}
        {(standing.type === 'over' || standing.type === 'done') && (
          <Link href="/" replace className={buttonClass({ tone: 'primary', size: 'large' })}>
            {t('setPassword.signIn')}
          </Link>
        )}
      </div>
      <LanguageChoices />
    </main>
  );
}

/** Whether there is anything to fill in. Where that cannot be told, sending will tell. */
function useLinkStanding(token: string): Standing {
  const { api } = usePlatform();
  const check = useQuery({
    queryKey: ['password-link', token],
    queryFn: async () => {
      await api.checkPasswordLink(token);
      return true;
    },
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    // By the next visit it may be used.
    gcTime: 0,
  });
  if (check.isPending) return { type: 'checking' };
  return check.isError && failureCode(check.error) === 'link-over' ? { type: 'over' } : { type: 'open' };
}
