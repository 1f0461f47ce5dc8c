import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TelephonyOverview } from '../../../../backend/contract/telephony.ts';
import { useSeconds } from '../../../platform/times.ts';
import { useAgo } from './use-ago.ts';

interface LineHealthProps {
  readonly overview: TelephonyOverview;
}

/** What may be wrong with the line; each says so also when it is right. */
export function LineHealth({ overview }: LineHealthProps): ReactElement {
  return (
    <ul className="flex flex-col gap-2">
      <Forgeries overview={overview} />
      <Commands overview={overview} />
      <Trouble overview={overview} />
    </ul>
  );
}

function Forgeries({ overview: { forgeries } }: LineHealthProps): ReactElement {
  const { t } = useTranslation('telephony');
  const ago = useAgo();
  const { lastHour, lastAt } = forgeries;
  return (
    <Finding
      title={t('forgeries')}
      isGood={lastHour === 0}
      words={lastHour === 0 ? t('forgeriesNone') : t('forgeriesSome', { count: lastHour })}
      detail={lastAt === null ? null : t('forgeriesLast', { ago: ago(lastAt) })}
      hint={lastHour === 0 ? null : t('forgeriesHint')}
    />
  );
}

/** Longer than a command waits that is tried again. */
const patienceSeconds = 30;

function Commands({ overview: { commands } }: LineHealthProps): ReactElement {
  const { t } = useTranslation('telephony');
  const ago = useAgo();
  const now = useSeconds();
  const { open, oldestAt } = commands;
  return (
    <Finding
      title={t('commands')}
      isGood={oldestAt === null || now - Date.parse(oldestAt) / 1_000 < patienceSeconds}
      words={open === 0 ? t('commandsNone') : t('commandsSome', { count: open })}
      detail={oldestAt === null ? null : t('commandsOldest', { ago: ago(oldestAt) })}
      hint={null}
    />
  );
}

/** After it, what failed once says nothing of the line as it is. */
const rememberedSeconds = 60 * 60;

function Trouble({ overview: { lastTrouble } }: LineHealthProps): ReactElement {
  const { t } = useTranslation('telephony');
  const ago = useAgo();
  const now = useSeconds();
  if (lastTrouble === null) {
    return <Finding title={t('trouble')} isGood words={t('troubleNone')} detail={null} hint={null} />;
  }
  const { kind, at, overAt, command, detail } = lastTrouble;
  const over = overAt === null ? null : t('troubleOver', { ago: ago(overAt) });
  return (
    <Finding
      title={t('trouble')}
      isGood={over !== null || now - Date.parse(at) / 1_000 > rememberedSeconds}
      words={t(`troubleKind.${kind}`)}
      detail={ago(at)}
      hint={[over, command, detail].filter((part) => part !== null).join(' · ')}
    />
  );
}

interface FindingProps {
  readonly title: string;
  readonly isGood: boolean;
  readonly words: string;
  readonly detail: string | null;
  readonly hint: string | null;
}

function Finding({ title, isGood, words, detail, hint }: FindingProps): ReactElement {
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <li className="grid grid-cols-[12rem_1fr] gap-x-4 text-sm max-strip:grid-cols-1">
      <span className="text-text-quiet">{title}</span>
      <div className="min-w-0">
        <p className="flex items-start gap-1.5">
          <Icon
            aria-hidden
            className={`mt-0.5 size-4 shrink-0 ${isGood ? 'text-state-human' : 'text-state-failed'}`}
          />
          <span className="min-w-0">
            {words}
            {detail !== null && <span className="text-text-quiet tabular-nums"> {detail}</span>}
          </span>
        </p>
        {hint !== null && <p className="pl-5.5 text-pretty text-text-quiet text-xs">{hint}</p>}
      </div>
    </li>
  );
}
