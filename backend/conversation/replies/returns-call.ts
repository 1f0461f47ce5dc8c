/** 「お電話をいただいたようで」, 「着信がありました」 */
const WAS_CALLED =
  /(電話|着信|連絡)(を|が|も|に)?.{0,6}(いただい|頂い|頂き|いただき|もらっ|もらい|あった|あり|残って|入って|くださ(って|り)|下さ(って|り))/;
/** 「折り返しお電話いたしました」 */
const CALLS_BACK = /折り返し.{0,6}(です|でござい|して|しました|いたしました|してい|かけ|お電話しま)/;

/** Whether they say that they answer a call of ours: a time that they name with it is when we called. */
export function saysTheyReturnCall(text: string): boolean {
  return WAS_CALLED.test(text) || CALLS_BACK.test(text);
}
