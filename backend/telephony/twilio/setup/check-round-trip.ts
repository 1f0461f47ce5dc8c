import { type Fetched, isOfCertificate, unreachedWords } from './fetched.ts';
import { advice, type Finding, right, type Words, wrong } from './finding.ts';

interface RoundTrip {
  readonly publicUrl: string;
  readonly fetched: Fetched;
  /** What our answer says, and nobody else's. */
  readonly word: string;
  /** Whether the server was there to be asked, or we answered in its place. */
  readonly answeredBy: 'server' | 'stand-in';
}

/** An answer that takes longer is heard by the customer as a pause. */
const slowMs = 1_000;

/** Whether what Twilio sends to PUBLIC_URL arrives: name, TLS, proxy, signature. */
export function checkRoundTrip(trip: RoundTrip): readonly Finding[] {
  const { publicUrl, fetched, word } = trip;
  if (fetched.type === 'unreached') return [unreached(publicUrl, fetched.code)];
  if (fetched.status !== 200 || !fetched.body.includes(word)) return [strange(trip, fetched)];
  const took = Math.round(fetched.tookMs);
  const by: Words =
    trip.answeredBy === 'server'
      ? { en: 'by the server', ja: 'サーバー' }
      : { en: 'by this command, since the server does not run', ja: 'このコマンド(サーバーは停止中)' };
  return [
    right({
      en: `A signed webhook to PUBLIC_URL came through and was answered in ${took} ms, ${by.en}.`,
      ja: `PUBLIC_URL への署名つき webhook が届き、${by.ja}が ${took} ミリ秒で応答しました。`,
    }),
    ...(took > slowMs ? [slow(took)] : []),
  ];
}

function unreached(publicUrl: string, code: string): Finding {
  const reason = unreachedWords(code);
  return wrong(
    { en: `PUBLIC_URL ${reason.en}.`, ja: `PUBLIC_URL: ${reason.ja}。` },
    isOfCertificate(code)
      ? {
          en: `Give ${new URL(publicUrl).host} a certificate of a public authority, with its whole chain: Twilio talks to no other.`,
          ja: `${new URL(publicUrl).host} に、公的な認証局の証明書を中間証明書とともに設定してください。`,
        }
      : {
          en: `Check DNS, firewall and reverse proxy of ${publicUrl}. From inside its own network a public address may be out of reach although Twilio gets there: then run this elsewhere.`,
          ja: `${publicUrl} の DNS、ファイアウォール、リバースプロキシをご確認ください。同じネットワークの内側からだけ届かないこともあります。その場合は別の場所で実行してください。`,
        },
  );
}

function strange(
  { publicUrl, answeredBy }: RoundTrip,
  answer: Extract<Fetched, { type: 'answered' }>,
): Finding {
  if (answer.status === 403) return unsigned(answeredBy);
  if (answer.location !== null) return redirected(answer.location);
  if (answer.status === 200) {
    return wrong(
      {
        en: 'Something else than Toritsugi answers at PUBLIC_URL.',
        ja: 'PUBLIC_URL で Toritsugi 以外のものが応答しています。',
      },
      {
        en: `Have the reverse proxy of ${publicUrl} pass everything on to the server's port, without pages of its own (a tunnel's warning page, a sign-in) in between.`,
        ja: `${publicUrl} のリバースプロキシが、すべてをサーバーのポートに渡すようにしてください。トンネルの警告ページやログイン画面を挟まないでください。`,
      },
    );
  }
  return wrong(
    {
      en: `PUBLIC_URL answers with HTTP ${answer.status}.`,
      ja: `PUBLIC_URL が HTTP ${answer.status} を返します。`,
    },
    {
      en: 'Have the reverse proxy pass /webhooks/twilio/ on to the port PORT of this machine, with its path unchanged.',
      ja: 'リバースプロキシが /webhooks/twilio/ を、パスを変えずに、このマシンのポート PORT に渡すようにしてください。',
    },
  );
}

function unsigned(answeredBy: RoundTrip['answeredBy']): Finding {
  return wrong(
    {
      en: 'The webhook came through, but its signature was refused.',
      ja: 'webhook は届きましたが、署名が拒まれました。',
    },
    answeredBy === 'server'
      ? {
          en: 'The server was started with another PUBLIC_URL or TWILIO_AUTH_TOKEN (start it again), or the proxy changes path, query or body.',
          ja: 'サーバーが別の PUBLIC_URL か TWILIO_AUTH_TOKEN で動いています(起動し直してください)。または、プロキシがパス、クエリ、本文を書き換えています。',
        }
      : {
          en: 'The proxy changes path, query or body on the way: have it pass them on as they are.',
          ja: 'プロキシがパス、クエリ、本文のいずれかを書き換えています。そのまま渡すようにしてください。',
        },
  );
}

function redirected(location: string): Finding {
  return wrong(
    { en: `PUBLIC_URL redirects to ${location}.`, ja: `PUBLIC_URL は ${location} に転送します。` },
    {
      en: 'Set PUBLIC_URL to the address that answers by itself: a redirected webhook loses its signature.',
      ja: '転送せずに応答するアドレスを PUBLIC_URL に設定してください。転送されると署名が無効になります。',
    },
  );
}

function slow(took: number): Finding {
  return advice(
    {
      en: `That took ${took} ms, which a customer hears as a pause.`,
      ja: `応答に ${took} ミリ秒かかりました。お客様には間として聞こえます。`,
    },
    {
      en: 'Bring the server nearer to Tokyo, from where Twilio sends webhooks, or look for what is slow on the way.',
      ja: 'Twilio は東京から webhook を送ります。サーバーを近くに置くか、途中で遅いものを探してください。',
    },
  );
}
