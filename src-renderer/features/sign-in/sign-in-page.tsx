import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoices } from '../../ui/language-choices.tsx';
import { SignInForm } from './sign-in-form.tsx';

interface SignInPageProps {
  /** In the desktop app: which server, and how to choose another. */
  readonly server: ReactNode;
}

export function SignInPage({ server }: SignInPageProps): ReactElement {
  const { t } = useTranslation(['signIn', 'shell']);
  return (
    <main className="flex min-h-full flex-col items-center gap-12 bg-surface-sunken px-4 pt-[14vh] pb-4">
      <div className="flex w-88 max-w-full flex-col gap-5 rounded-md bg-surface-raised p-6 shadow-float">
        <header className="flex items-center gap-3">
          <img src="./icon.svg" alt="" className="size-10" />
          <div>
            <h1 className="font-semibold text-xl">{t('shell:appName')}</h1>
            <p className="text-pretty text-sm text-text-quiet">{t('lead')}</p>
          </div>
        </header>
        <SignInForm />
        {server}
      </div>
      <LanguageChoices />
    </main>
  );
}
