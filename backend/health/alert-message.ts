import type { Alert } from '../contract/events.ts';

const words: Readonly<Record<Alert['kind'], string>> = {
  'carrier-failing': '電話回線が応答していません · The carrier does not answer',
  'agent-did-not-arrive': '受けた社員の回線がつながりませんでした · An agent’s line could not be connected',
  'no-agent-available': '取り次げる社員がいません · No agent is available for a customer',
  'line-problem': '電話回線の設定に問題があります · The telephone line needs a setting',
  'recording-lost': '録音を取得できませんでした · A recording could not be fetched',
  'backup-failed': 'バックアップを作れませんでした · A backup could not be made',
  'disk-low': 'ディスクの空きが残りわずかです · The disk is nearly full',
  overloaded:
    '処理が追いつかないため、一部を後に回しています · There is too much to do, and something is put off',
  'webhooks-missing':
    '通話の知らせがサーバーに届いていません · What happens in calls does not reach the server',
  'no-agent-for-waiting':
    '先方が待っていますが、受けられる社員がいません · Customers wait, and no agent is available',
  'recordings-stuck':
    '1時間以上取得できていない録音があります · Recordings have not been fetched for an hour',
  'spending-near-cap': '今日の通話料が上限の8割に達しました · Four fifths of today’s spending cap are spent',
  'spending-cap-reached':
    '今日の通話料の上限に達し、発信を止めました · Today’s spending cap is reached; nobody is dialled',
};

/** What is said of an alert outside: its kind is the heading in `docs/runbook.md`. Nothing of a customer is in it. */
export function alertMessage(alert: Alert, publicUrl: string): string {
  const { kind, callId } = alert;
  const details = detailsOf(alert);
  const name = details === '' ? kind : `${kind}: ${details}`;
  const place = callId === null ? '' : ` ${publicUrl}/#/calls/${callId}`;
  return `[${name}] ${words[kind]}${place}`;
}

function detailsOf({ problem, overload }: Alert): string {
  if (overload !== null) return `${overload.because}, ${overload.putOff}`;
  return problem ?? '';
}
