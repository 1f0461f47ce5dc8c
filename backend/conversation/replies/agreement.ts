import { normalise } from '../understanding/normalise.ts';

/** 「ふーん」, 「なるほど」: somebody listens, and has not decided. */
const LISTENS =
  /はあ|はぁ|へ[えー]|ふ[うー]?ん|ふむ|ほう|ほお|なるほど|そう(なん)?(です|でした)か|そうなんだ|左様/;
/** 「いいです」 alone refuses as often as it agrees. */
const AGREES =
  /お願い|いいです(よ|けど|ね)|いいよ|いいですとも|大丈夫|どうぞ|構い?ません|かまいません|構わな|結構です(よ|ね)|オーケー|ok|わかりました|承知|了解|かしこまりました|代わってください|つないで|(少し|ちょっと|分|だけ|ほど|くらい)な(ら|らば)|短け|分(くらい|ほど|だけ)|もちろん|ぜひ|聞き(ます|ましょう)|伺い(ます|ましょう)|よろしい|それで(は|いい)/;
const BEGINS_WITH_YES = /^(はい|ええ|うん|いえいえ|あ)*(はい|ええ|うん)/;
const ENDS_WITH_YES = /(はい|ええ)$/;
const IN_ENGLISH =
  /^(yes|yeah|yep|sure|ok|okay|please|certainly|ofcourse|goahead|fine|allright|alright|that'?s?(is)?fine|noproblem|thatwouldbe|great|soundsgood)/;
const ASKS = /(ですか|ますか|でしょうか|かな|何|って)$/;

/** Whether words that answer an offer of ours agree to it. A listening noise does not, and neither does a question back. */
export function agrees(text: string): boolean {
  const words = normalise(text);
  if (IN_ENGLISH.test(words)) return true;
  if (ASKS.test(words)) return false;
  if (AGREES.test(words)) return true;
  if (LISTENS.test(words)) return false;
  return BEGINS_WITH_YES.test(words) || ENDS_WITH_YES.test(words);
}
