import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Block, Customer } from '../../../backend/contract/customers.ts';
import { usePlatform } from '../../platform/platform-context.ts';
import { useAgents, useBlock, useSession } from '../../platform/queries.ts';
import { formatDay } from '../../platform/times.ts';
import { useLanguage } from '../../platform/use-language.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { LiftBlockForm } from './lift-block-form.tsx';

/** For a customer who must not be called: why, and the way back, or who knows it. */
export function BlockedNumber({ customer }: { readonly customer: Customer }): ReactElement {
  const { t } = useTranslation('customers');
  const block = useBlock(customer.id).data;
  const role = useSession().data?.user.role;
  const [lifting, setLifting] = useState(false);
  const mayLift = block !== undefined && (role === 'admin' || role === block.liftableBy);

  return (
    <section aria-label={t('doNotCall')} className="flex flex-col gap-2">
      <Notice tone="info">{t('doNotCallMeaning')}</Notice>
      {block !== undefined && <BlockFacts block={block} />}
      {block !== undefined && !mayLift && <WhoMayLift />}
      {mayLift && !lifting && (
        <div>
          <Button tone="quiet" size="small" onClick={() => setLifting(true)}>
            {t('block.lift')}
          </Button>
        </div>
      )}
      {mayLift && lifting && <LiftBlockForm customerId={customer.id} onCancel={() => setLifting(false)} />}
    </section>
  );
}

function BlockFacts({ block }: { readonly block: Block }): ReactElement {
  const { t } = useTranslation('customers');
  const { clock } = usePlatform();
  const language = useLanguage();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-text-quiet">
      <time dateTime={block.since}>{formatDay(block.since, clock.now(), language)}</time>
      <span>
        {block.reason === 'agent'
          ? t('block.agent', { name: block.addedBy ?? t('block.someone') })
          : t(`block.${block.reason}`)}
      </span>
      {block.callId !== null && (
        <Link href={`/history/${block.callId}`} className={buttonClass({ tone: 'quiet', size: 'small' })}>
          {t('block.openCall')}
        </Link>
      )}
    </p>
  );
}

function WhoMayLift(): ReactElement {
  const { t } = useTranslation('customers');
  const admins = (useAgents().data ?? []).filter(({ role }) => role === 'admin');
  const names = admins.map(({ name }) => name).join(t('block.namesBetween'));
  return <p className="text-sm">{names === '' ? t('block.askAnyAdmin') : t('block.askAdmin', { names })}</p>;
}
