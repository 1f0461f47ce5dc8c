import { introductionTemplate } from '../contract/introduction.ts';

/**
 * What the AI says, in our own words: short sentences, because they are heard and not read. One key for each
 * reply, and a second where it is said again in other words. A reply that ends without a question is followed by the one that is open
 * (`replies/open-question.ts`). `{{next_time}}` exists only where a time was agreed, `{{my_phone_number}}` only where it was
 * asked for, `{{callee_person}}` only where the name is on file.
 */
export const DEFAULT_TEMPLATES = {
  initial: introductionTemplate,
  clarification:
    '失礼いたしました。{{my_company_name}}の{{my_representative_name}}でございます。{{my_service_name}}の件で、お電話いたしました。',
  company_confirmation: '申し遅れました。{{my_company_name}}の{{my_representative_name}}と申します。',
  absent: 'かしこまりました。それでは、改めてお電話いたします。お忙しいところ、ありがとうございました。',
  rejection:
    'かしこまりました。お忙しいところ、大変申し訳ございませんでした。今後、こちらからのお電話は控えさせていただきます。失礼いたします。',
  website_redirect:
    'かしこまりました。それでは、そちらの方法でご連絡いたします。お忙しいところ、ありがとうございました。失礼いたします。',
  closing: 'お忙しいところ、ありがとうございました。失礼いたします。',

  initial_consent:
    '{{my_company_name}}の{{my_representative_name}}と申します。{{my_service_name}}のご案内で、お電話いたしました。詳しい担当者に代わりますので、少しだけ、お時間をいただけますでしょうか。',
  recording_notice: 'なお、このお電話は録音しております。',
  ask_person: '{{callee_department}}のご担当者様は、いらっしゃいますでしょうか。',
  ask_person_again: 'ご担当の方は、おいででしょうか。',
  ask_transfer: '恐れ入りますが、{{callee_department}}のご担当者様に、お取り次ぎをお願いできますでしょうか。',
  ask_transfer_again: 'お手数をおかけいたします。ご担当の方に、おつなぎいただいてもよろしいでしょうか。',
  ask_transfer_waiting: 'ありがとうございます。それでは、このままお待ちしております。',
  clarification_again:
    '聞き取りづらく、申し訳ございません。{{my_company_name}}と申します。{{my_service_name}}について、ひと言お話しできればと存じます。',
  clarification_prepare:
    'お聞き苦しく、申し訳ございません。人の担当者からお話しいたします。準備いたしますので、少々お待ちください。',
  company_confirmation_again: '{{my_company_name}}でございます。私、{{my_representative_name}}と申します。',
  pitch_short: '{{my_service_name}}のご紹介でございます。{{service_description}}。',
  pitch_long:
    '失礼いたしました。もう少し、詳しくお話しいたします。{{my_company_name}}では、{{my_service_name}}をご提供しております。{{service_description}}。{{callee_department}}の皆様のお仕事に、お役に立てるのではと考えて、お電話いたしました。まずは、概要だけお伝えできればと存じます。',
  pitch_human:
    '詳しいことは、人の担当者からご説明いたします。このお電話で、担当者に代わってもよろしいでしょうか。',
  appointment:
    'いえ、お約束はいただいておりません。突然のお電話で恐れ入ります。ひと言だけ、ご案内できればと存じます。',
  appointment_again: 'はい、お約束のないお電話でございます。ご都合がよろしければ、で結構でございます。',
  ai_inquiry: 'はい、自動音声によるお電話でございます。',
  ai_inquiry_again: 'はい、AIがお話ししております。',
  number_source:
    'お電話番号は、私どものお客様リストに登録されているものでございます。登録の経緯は、担当者からご説明いたします。',
  personal_data:
    'ご心配をおかけして、申し訳ございません。私どもは、お客様リストに登録された番号へお電話しております。お電話がご不要でしたら、そうおっしゃってください。今後は控えさせていただきます。',
  recorded: 'はい、このお電話は録音しております。内容は、文字でも記録しております。',
  transcribed: 'いえ、録音はしておりません。内容は、文字で記録しております。',
  our_number: '私どもの番号は、{{my_phone_number}}でございます。',
  spelling:
    '{{my_company_name}}の{{my_representative_name}}と申します。漢字は、お電話では分かりにくいかと存じますので、担当者から改めてお伝えいたします。',
  how_long: '数分ほどで結構でございます。お忙しければ、そうおっしゃってください。',
  offer_human: 'ご希望でしたら、人の担当者に代わります。いかがいたしましょうか。',
  offer_human_again: '人の担当者に、お代わりいたしましょうか。',
  hold_thanks: 'ありがとうございます。お待ちしております。',
  hold_yes: 'はい、このままお待ちしております。ありがとうございます。',
  person_connecting:
    'お忙しいところ、ありがとうございます。{{my_company_name}}でございます。担当者におつなぎします。',
  consent:
    'ありがとうございます。詳しい担当者に代わりますので、このまま少しだけ、お時間をいただけますでしょうか。',
  consent_again: '人の担当者から、短くご説明いたします。おつなぎしてもよろしいでしょうか。',
  connecting: 'ありがとうございます。担当者におつなぎします。',
  connecting_apology: '恐れ入ります。担当者におつなぎします。',
  waiting: 'ただいま、おつなぎしております。もう少々お待ちください。',
  waiting_again: 'お待たせしております。今しばらくお待ちください。',
  handoff_failed:
    'お待たせして、申し訳ございません。あいにく、担当者の手がふさがっております。{{next_time}}に、改めてお電話いたします。失礼いたします。',
  absent_until:
    'かしこまりました。それでは、{{next_time}}に、改めてお電話いたします。お忙しいところ、ありがとうございました。',
  busy: 'お忙しいところ、失礼いたしました。それでは、{{next_time}}に、改めてお電話いたします。失礼いたします。',
  callback_until:
    'かしこまりました。{{next_time}}に、こちらからお電話いたします。ありがとうございました。失礼いたします。',
  callback:
    'かしこまりました。それでは、日を改めてお電話いたします。お忙しいところ、ありがとうございました。失礼いたします。',
  callback_by_them: 'ありがとうございます。それでは、ご連絡をお待ちしております。失礼いたします。',
  callback_if_needed:
    'かしこまりました。その際は、どうぞよろしくお願いいたします。お忙しいところ、ありがとうございました。失礼いたします。',
  ask_successor:
    'さようでございますか。大変失礼いたしました。恐れ入りますが、今のご担当の方に、おつなぎいただくことはできますでしょうか。',
  for_whom: '{{callee_department}}のご担当者様をお願いいたします。',
  for_person: '{{callee_person}}様をお願いいたします。',
  whom_confirmed: 'はい、お願いいたします。',
  ask_whoever:
    'さようでございますか。失礼いたしました。{{my_service_name}}の件に近いご担当の方を、お願いできますでしょうか。',
  suspicion:
    'ご不安をおかけして、申し訳ございません。{{my_company_name}}の{{my_representative_name}}と申します。{{my_service_name}}のご案内で、お電話いたしました。',
  do_not_call:
    '大変申し訳ございませんでした。今後、二度とお電話いたしません。お手間をおかけいたしました。失礼いたします。',
  wrong_number: '大変失礼いたしました。番号をよく確かめます。お手間をおかけいたしました。失礼いたします。',
  unclear: '恐れ入ります。うまく聞き取れませんでした。もう一度、お願いできますでしょうか。',
  unclear_prepare:
    '度々、申し訳ございません。人の担当者からお話しいたします。準備いたしますので、少々お待ちください。',
  silence: 'もしもし。お電話、聞こえておりますでしょうか。',
  silence_again: 'お電話が遠いようでございます。お声が届いておりましたら、お返事をいただけますでしょうか。',
  silence_closing: 'お電話がつながりにくいようですので、改めてご連絡いたします。失礼いたします。',
  hold_too_long:
    'お取り込み中のところ、恐れ入ります。それでは、改めてお電話いたします。ありがとうございました。失礼いたします。',
  english: 'I am sorry, I will bring in a colleague who can help you. One moment, please.',
  english_again: 'Thank you. I am connecting you to my colleague now.',
  voicemail:
    '{{my_company_name}}の{{my_representative_name}}と申します。{{my_service_name}}のご案内で、お電話いたしました。改めてご連絡いたします。失礼いたします。',
  inbound_greeting:
    'お電話ありがとうございます。{{my_company_name}}、{{my_service_name}}の窓口でございます。AIが承っております。',
  inbound_ask: 'ご用件をお聞かせください。',
  inbound_purpose: '{{my_service_name}}のご案内で、お電話いたしました。{{service_description}}。',
  inbound_apology: 'お待たせして、申し訳ございません。',
  inbound_ask_message:
    'あいにく、担当者の手がふさがっております。ご用件か、折り返しのご都合のよいお時間を、お聞かせください。',
  inbound_ask_more: 'ありがとうございます。ご用件を、お聞かせください。',
  inbound_ask_number: 'お電話番号が通知されておりませんので、番号も、お聞かせください。',
  inbound_message_taken:
    'かしこまりました。担当者に申し伝え、{{next_time}}に、こちらからお電話いたします。お電話ありがとうございました。失礼いたします。',
  inbound_message_kept:
    'かしこまりました。担当者に申し伝えます。お電話ありがとうございました。失礼いたします。',
} as const satisfies Readonly<Record<string, string>>;
