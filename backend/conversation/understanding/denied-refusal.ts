import type { Stage } from '../../contract/vocabulary.ts';
import type { Classification } from './classification.ts';
import { DO_NOT_CALL, REJECTION } from './cues/refusal.ts';

/** A word of refusal, and what takes it back: 「断る＋つもりはない」, 「いらない＋わけじゃない」, 「嫌＋とは言いません」. */
const DENIED =
  /(断(り|る|って|ろう)?|いら(ない|なく|ん)|必要(が|は|も)?ない|不要|嫌|結構(です)?|無理|だめ|聞かない|使わない|やらない|検討しない|(興味|関心)(が|は)?な(い|く)|間に合って(い)?る|足りて(い)?る)(し|する|した|している|って|と|だと|なんて|なんか|思った|決めた|言ってる)*(わけ|つもり|こと|もの|理由|気|訳|話)?(で|じゃ|では|は|も|が|と|とは|まで)*(な(い|く|かった|し)|ありません|ございません|あらへん|(言(い|って|うて|え|わ|い切れ|いがた)|申し|思って)(は|い|お)?(ま|り|な|へ)?(せん|ません|ない|ぬ|いです|ん))/g;

/** 「いらないって言ってるじゃないですか」 denies nothing. */
const RHETORICAL = /(じゃ(ない|ん)|ません|なかった)(です|でした)?(か|の)$/;

/** What somebody means by not refusing, by how much we may make of it: the person in charge may be connected, a receptionist is asked. */
const INTEREST: Readonly<Record<Stage, number>> = {
  opening: 0.35,
  explained: 0.35,
  holding: 0.35,
  person: 0.6,
  closing: 0.35,
};

/**
 * A refusal ends the call and blocks a company's number: none is made of words that deny one. Where a refusal is left once the denied one is
 * taken away (「いらないわけではないですが結構です」), it stands.
 */
export function withoutDeniedRefusal(
  classification: Classification,
  words: string,
  stage: Stage,
): Classification {
  if (!isRefusal(classification) || RHETORICAL.test(words)) return classification;
  const rest = words.replaceAll(DENIED, '');
  if (rest === words || stillRefuses(rest)) return classification;
  return { intent: 'interested', confidence: INTEREST[stage] };
}

function isRefusal({ intent }: Classification): boolean {
  return intent === 'rejection' || intent === 'do_not_call' || intent === 'wrong_number';
}

function stillRefuses(words: string): boolean {
  return [REJECTION, DO_NOT_CALL].some(({ cues }) =>
    cues.some(({ phrase, unless }) => phrase.test(words) && !(unless?.test(words) ?? false)),
  );
}
