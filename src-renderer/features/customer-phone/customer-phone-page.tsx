import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatPhoneNumber } from '../../platform/phone-numbers.ts';
import type { PreferencesStore } from '../../platform/preferences.ts';
import { useAppearance } from '../../platform/use-appearance.ts';
import { Choices } from '../../ui/choices.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CallingPhone } from './calling-phone.tsx';
import { Conversation } from './conversation.tsx';
import type { PhoneView } from './phone-view.ts';
import { RingingPhone } from './ringing-phone.tsx';
import { TalkingPhone } from './talking-phone.tsx';
import { type CustomerPhone, useCustomerPhone } from './use-customer-phone.ts';
import { useLiveSound } from './use-live-sound.ts';
import { useJapaneseVoice, useReadingAloud } from './use-reading-aloud.ts';
import { WaitingPhone } from './waiting-phone.tsx';
import { WhoseTurn } from './whose-turn.tsx';

interface CustomerPhonePageProps {
  readonly pageId: string;
  readonly preferences: PreferencesStore;
}

/** A telephone for a person who plays the customer. */
export function CustomerPhonePage({ pageId, preferences }: CustomerPhonePageProps): ReactElement {
  const { t } = useTranslation(['customerPhone', 'shell']);
  useAppearance(preferences);
  const phone = useCustomerPhone(pageId);
  const { view } = phone;
  const voice = useJapaneseVoice();
  const [readsAloud, setReadsAloud] = useState(true);
  useReadingAloud(view.said, readsAloud && isTalkingHere(view) ? voice : null);
  const sound = useLiveSound(pageId);

  return (
    <main className="mx-auto flex h-full max-w-[35rem] flex-col gap-4 p-4">
      <title>{`${t('title')} - ${t('shell:appName')}`}</title>
      <PhoneHeader preferences={preferences} />
      {view.connection === 'lost' && <Notice tone="failed">{t('lost')}</Notice>}
      <PhoneState phone={phone} />
      {(isTalkingHere(view) || view.ended) && <Conversation said={view.said} />}
      {isTalkingHere(view) && (
        <TalkingPhone
          phone={phone}
          sound={sound}
          reading={voice === null ? null : { on: readsAloud, onChange: setReadsAloud }}
        />
      )}
    </main>
  );
}

function PhoneHeader({ preferences }: { readonly preferences: PreferencesStore }): ReactElement {
  const { t } = useTranslation('customerPhone');
  const language = useStore(preferences, (chosen) => chosen.language);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <h1 className="font-medium text-lg">{t('title')}</h1>
      <span className="rounded-sm border border-line px-1.5 text-text-quiet text-xs">{t('simulated')}</span>
      <div className="ml-auto">
        <Choices
          label={t('language')}
          value={language}
          options={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(chosen) => preferences.setState({ language: chosen })}
        />
      </div>
    </header>
  );
}

function PhoneState({ phone }: { readonly phone: CustomerPhone }): ReactElement {
  const { t } = useTranslation('customerPhone');
  const { view, call, answer, decline, hangUp } = phone;
  switch (view.line.phase) {
    case 'waiting':
      return <WaitingPhone view={view} onCall={call} />;
    case 'calling':
      return <CallingPhone line={view.line} onHangUp={hangUp} />;
    case 'ringing':
      return <RingingPhone from={view.line.from} onAnswer={answer} onDecline={decline} />;
    case 'talking':
      return (
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <p role="status" className="font-medium text-state-human">
            {view.line.answeredHere ? t('talking') : t('elsewhere')}{' '}
            <span className="text-sm text-text-quiet">{formatPhoneNumber(view.line.from)}</span>
          </p>
          {view.line.answeredHere && <WhoseTurn listening={view.heard !== null} />}
        </div>
      );
  }
}

function isTalkingHere({ line }: PhoneView): boolean {
  return line.phase === 'talking' && line.answeredHere;
}
