const THEY_CALL =
  /折り返す(と|よう|ので|そう)|(折り返し?|こちら(から|より)).{0,14}(いたします|致します|させます|させていただ|差し上げ|します|入れます|する(と|よう|ので|そう)|(と|よう)(申し|伝え|言))|(電話|連絡)を?(させます|差し上げます|差し上げるよう|入れさせ|するよう(に)?(申し)?伝え)/;
const THEY_CALL_IN_ENGLISH = /\b(we|i|he|she|they)('ll| will) (call|get back)/i;
const WE_CALL =
  /(かけ直|掛け直|お電話|ご連絡|電話|連絡)(を|して)?(いただけ|いただい|いただき|ください|下さい|もらえ|もらって|お願い)/;

/** Of a promised call back: whether they call us, rather than we them. */
export function promisesToCall(text: string): boolean {
  return THEY_CALL_IN_ENGLISH.test(text) || (THEY_CALL.test(text) && !WE_CALL.test(text));
}
