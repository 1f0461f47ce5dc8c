/** The other side says good-bye. An opening can contain the same words (「突然のお電話失礼いたします」), but does not end in them. */
export function isFarewell(heard: string): boolean {
  return /(失礼(いた|致)?します|ごめんください|goodbye|good-bye)[。．.!！\s]*$/i.test(heard);
}

/** The other side puts somebody else on, now: 「担当者におつなぎします」. An offer to do so goes on after these words. */
export function announcesHandover(heard: string): boolean {
  return /(お(つな|繋)ぎ(いた|致)?します|connecting you[^?]*)[。．.!！\s]*$/i.test(heard);
}

/** The other side has heard nothing, or not enough: 「もしもし。お電話、聞こえておりますでしょうか」, 「もう一度、お願いできますでしょうか」. */
export function asksToRepeat(heard: string): boolean {
  return /もしもし|聞こえて|聞き取れませんでした|お返事を|もう一度、?お願い|hear me|say (it|that) again/i.test(
    heard,
  );
}
