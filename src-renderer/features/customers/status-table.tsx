import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type CustomerStatus, customerStatusSchema } from '../../../backend/contract/customers.ts';
import { statusAfterCall } from '../../../backend/contract/status-after-call.ts';
import { type CallResult, callResultSchema } from '../../../backend/contract/vocabulary.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ResultMark } from '../../ui/result-mark.tsx';

/** What a call's result makes of a customer's status, and what else follows from it: the rules that the server goes by. */
export function StatusTable({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation(['customers', 'shell']);
  return (
    <Dialog title={t('statusRules.title')} closeLabel={t('shell:close')} onClose={onClose}>
      <div className="flex flex-col gap-3 text-sm">
        <p>{t('statusRules.lead')}</p>
        <table className="wrap-break-word w-full text-left">
          <thead className="text-text-quiet text-xs">
            <tr className="border-line-quiet border-b">
              <th className="py-1 pr-3 font-normal">{t('statusRules.result')}</th>
              <th className="py-1 pr-3 font-normal">{t('statusRules.status')}</th>
              <th className="py-1 font-normal">{t('statusRules.also')}</th>
            </tr>
          </thead>
          <tbody>
            {callResultSchema.options.map((result) => (
              <ResultRow key={result} result={result} />
            ))}
          </tbody>
        </table>
        <p className="text-text-quiet text-xs">{t('statusRules.callback')}</p>
      </div>
    </Dialog>
  );
}

function ResultRow({ result }: { readonly result: CallResult }): ReactElement {
  const { t } = useTranslation(['customers', 'vocabulary']);
  const name = (status: CustomerStatus): string => t(`vocabulary:customerStatus.${status}`);
  const { usual, exceptions } = outcomesOf(result);
  return (
    <tr className="border-line-quiet border-b align-baseline">
      <th scope="row" className="whitespace-nowrap py-1.5 pr-3 font-normal">
        <ResultMark result={result} />
      </th>
      <td className="text-pretty py-1.5 pr-3">
        {usual === null ? t('statusRules.unchanged') : name(usual)}
        {exceptions.map(({ from, to }) => (
          <span key={from} className="block text-text-quiet text-xs">
            {from === to
              ? t('statusRules.kept', { from: name(from) })
              : t('statusRules.exception', { from: name(from), to: name(to) })}
          </span>
        ))}
      </td>
      <td className="text-pretty py-1.5 text-text-quiet">{t(`statusRules.follows.${result}`)}</td>
    </tr>
  );
}

interface Outcomes {
  /** Null: the status stays. */
  readonly usual: CustomerStatus | null;
  readonly exceptions: readonly { readonly from: CustomerStatus; readonly to: CustomerStatus }[];
}

/** What most statuses become, and those of which something else becomes. */
function outcomesOf(result: CallResult): Outcomes {
  const moves = customerStatusSchema.options.map((from) => ({ from, to: statusAfterCall(from, result) }));
  const stays = moves.filter(({ from, to }) => from === to).length;
  if (stays > moves.length / 2)
    return { usual: null, exceptions: moves.filter(({ from, to }) => from !== to) };
  const times = (status: CustomerStatus) => moves.filter(({ to }) => to === status).length;
  const usual = moves.map(({ to }) => to).reduce((most, to) => (times(to) > times(most) ? to : most));
  return { usual, exceptions: moves.filter(({ to }) => to !== usual) };
}
