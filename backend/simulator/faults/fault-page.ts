import { html } from 'hono/html';
import { type FaultKind, type FaultPlan, faultKinds } from './fault-plan.ts';
import type { Faults } from './faults.ts';

/** What each fault means, as it is shown. */
const meanings: Readonly<Record<FaultKind, string>> = {
  'rest-throttled': 'REST: 429 を返し、何もしない',
  'rest-error-before': 'REST: 何もせずに 500 を返す',
  'rest-error-after': 'REST: 実行してから 500 を返す',
  'rest-timeout-before': 'REST: 何もせずに応答しない',
  'rest-timeout-after': 'REST: 実行してから応答しない',
  'webhook-lost': 'Webhook: 届かない',
  'webhook-answer-lost': 'Webhook: 応答が失われ、もう一度送られる',
  'webhook-delayed': 'Webhook: 遅れる',
  'webhook-reordered': 'Webhook: 次のものに追い越される',
  'webhook-duplicated': 'Webhook: 二度届く',
  'webhook-forged': 'Webhook: 署名の誤ったものが先に届く',
  'recording-late': '録音: 10 分遅れる',
  'recording-absent': '録音: できない',
  'recording-unavailable': '録音: 取得しようとすると 503 を返す',
  'participant-dropped': '通話: 応答から 1 分以内に切れる',
  'participant-stranded': '通話: 応答しても会議に入らない',
  'conference-stuck': '会議: 始まらない',
  'codec-refused': 'ソフトフォン: コーデックが合わない',
  'ice-failed': 'ソフトフォン: ICE がつながらない',
  'gather-deaf': '会議: アプリケーションの <Gather> に何も聞こえない',
};

interface FaultPage {
  readonly plan: FaultPlan;
  readonly counts: ReturnType<Faults['counts']>;
}

/** The form in which faults are switched, with what has struck so far. */
export function faultPage({ plan, counts }: FaultPage) {
  return html`<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<title>シミュレーターの障害</title>
<style>
body { font: 15px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
td, th { padding: 0.2rem 0.8rem 0.2rem 0; text-align: left }
input { width: 6rem; font: inherit; text-align: right }
button { font: inherit; padding: 0.3rem 1.2rem; margin-top: 1rem }
</style>
<h1>シミュレーターの障害</h1>
<p>保存すると、回数と乱数は最初からになります。</p>
<form method="post">
<table>
<tr><th>障害<th>割合 (%)<th>発生回数
${faultKinds.map(
  (kind) => html`<tr><td><label for="${kind}">${meanings[kind]}</label>
<td><input id="${kind}" name="${kind}" type="number" min="0" max="100" step="any" value="${plan.rates[kind] * 100}">
<td>${counts[kind] ?? 0}
`,
)}
<tr><td><label for="callsPerSecond">1 秒間に作れる通話の数 (空欄: 無制限)</label>
<td><input id="callsPerSecond" name="callsPerSecond" type="number" min="1" value="${plan.callsPerSecond ?? ''}">
<td>${counts['calls-per-second'] ?? 0}
<tr><td><label for="clockSkewSeconds">時計の進み (秒)</label>
<td><input id="clockSkewSeconds" name="clockSkewSeconds" type="number" step="any" value="${plan.clockSkewMs / 1_000}">
<td>
<tr><td><label for="seed">乱数の種</label>
<td><input id="seed" name="seed" type="number" value="${plan.seed}">
<td>
</table>
<button>保存</button>
</form>
</html>`;
}
