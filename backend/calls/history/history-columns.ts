import { DateTime } from 'luxon';
import type { CallSession } from '../../contract/calls.ts';
import type { ExportLanguage } from '../../contract/customer-exports.ts';
import type { CampaignId } from '../../contract/ids.ts';
import {
  callStatusWords,
  directionWords,
  modeWords,
  nextActionWords,
  reasonWords,
  resultWords,
  wordFor,
} from '../../customers/export/code-words.ts';
import { asWritten } from '../../customers/export/customer-columns.ts';

/** What the columns need besides the call. */
export interface ColumnSources {
  readonly language: ExportLanguage;
  /** IANA name, in which times are written. */
  readonly zone: string;
  readonly campaignName: (campaignId: CampaignId) => string;
}

interface Column {
  readonly name: Readonly<Record<ExportLanguage, string>>;
  readonly cell: (call: CallSession, sources: ColumnSources) => string;
}

export const historyColumns: readonly Column[] = [
  { name: { ja: '開始', en: 'Begun' }, cell: ({ startedAt }, { zone }) => timeOf(startedAt, zone) },
  { name: { ja: '終了', en: 'Ended' }, cell: ({ endedAt }, { zone }) => timeOf(endedAt, zone) },
  { name: { ja: '通話秒数', en: 'Seconds' }, cell: ({ durationSeconds }) => String(durationSeconds ?? '') },
  { name: { ja: '会社名', en: 'Company' }, cell: ({ customer }) => customer.company },
  { name: { ja: '部署', en: 'Department' }, cell: ({ customer }) => customer.department ?? '' },
  { name: { ja: '担当者', en: 'Person' }, cell: ({ customer }) => customer.person ?? '' },
  { name: { ja: '電話番号', en: 'Phone' }, cell: ({ customer }) => asWritten(customer.phoneNumber) },
  {
    name: { ja: '方向', en: 'Direction' },
    cell: ({ direction }, { language }) => wordFor(directionWords, direction, language),
  },
  {
    name: { ja: '開始者', en: 'Mode' },
    cell: ({ mode }, { language }) => wordFor(modeWords, mode, language),
  },
  { name: { ja: '自社担当', en: 'Owner' }, cell: ({ owner }) => owner?.name ?? '' },
  { name: { ja: '通話した担当者', en: 'Talked with' }, cell: (call) => talkersOf(call).join(', ') },
  {
    name: { ja: 'キャンペーン', en: 'Campaign' },
    cell: ({ campaignId }, { campaignName }) => (campaignId === null ? '' : campaignName(campaignId)),
  },
  {
    name: { ja: '状態', en: 'Status' },
    cell: ({ status }, { language }) => wordFor(callStatusWords, status, language),
  },
  {
    name: { ja: '結果', en: 'Result' },
    cell: ({ result }, { language }) => wordFor(resultWords, result, language),
  },
  {
    name: { ja: '理由', en: 'Reason' },
    cell: ({ resultReason }, { language }) => wordFor(reasonWords, resultReason, language),
  },
  {
    name: { ja: '次の対応', en: 'Next action' },
    cell: ({ nextAction }, { language }) => wordFor(nextActionWords, nextAction?.kind ?? null, language),
  },
  {
    name: { ja: '次の対応日時', en: 'Next action at' },
    cell: ({ nextAction }, { zone }) => timeOf(nextAction?.at ?? null, zone),
  },
  { name: { ja: 'メモ', en: 'Note' }, cell: ({ note }) => note },
  { name: { ja: '通話ID', en: 'Call' }, cell: ({ id }) => id },
];

function timeOf(at: string | null, zone: string): string {
  return at === null ? '' : DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm:ss');
}

/** Colleagues who could be heard. */
function talkersOf({ participants }: CallSession): readonly string[] {
  const heard = participants.filter(
    ({ kind, mutedByUs, joinedAt }) => kind === 'agent' && !mutedByUs && joinedAt !== null,
  );
  return [...new Set(heard.flatMap(({ agent }) => agent?.name ?? []))];
}
