import type { TemplateKey } from './templates.ts';

/** These two are English in every set of templates: they are how a call becomes one that is held in English. */
type BornEnglish = 'english' | 'english_again';

/**
 * What is said in a call that is held in English, key for key: short, because the point is to bring in a colleague. `initial` is the
 * disclosure that the law wants; an agent's own texts are in Japanese and are not spoken here.
 */
export const ENGLISH_TEMPLATES = {
  initial:
    'Hello. This is an automated call from {{my_company_name}}, on behalf of {{my_representative_name}}, to introduce {{my_service_name}}.',
  clarification:
    'I am sorry. This is {{my_company_name}}, calling on behalf of {{my_representative_name}}, about {{my_service_name}}.',
  company_confirmation: 'This is {{my_company_name}}, calling on behalf of {{my_representative_name}}.',
  absent: 'I see. We will call again another time. Thank you very much.',
  rejection: 'I understand. I am sorry to have disturbed you. We will not call you again. Goodbye.',
  website_redirect: 'Certainly. We will contact you that way. Thank you very much. Goodbye.',
  closing: 'Thank you for your time. Goodbye.',

  initial_consent:
    'Hello. This is an automated call from {{my_company_name}}, on behalf of {{my_representative_name}}, to introduce {{my_service_name}}. May I bring in a colleague to tell you more?',
  recording_notice: 'This call is being recorded.',
  ask_person: 'May I speak to the person in charge, please?',
  ask_person_again: 'Is the person in charge available?',
  ask_transfer: 'Could you put me through to the person in charge, please?',
  ask_transfer_again: 'Would you connect me with the person in charge, please?',
  ask_transfer_waiting: 'Thank you. I will hold the line.',
  clarification_again:
    'I am sorry the line is unclear. This is {{my_company_name}}, about {{my_service_name}}.',
  clarification_prepare: 'I am sorry. I will bring in a colleague. One moment, please.',
  company_confirmation_again:
    'The company is {{my_company_name}}. I am calling for {{my_representative_name}}.',
  pitch_short: 'I am calling to introduce {{my_service_name}}. My colleague can tell you more.',
  pitch_long:
    'I am calling from {{my_company_name}} about our service, {{my_service_name}}. My colleague can explain how it works and what it costs.',
  pitch_human: 'My colleague can explain the details. May I connect you now?',
  appointment: 'No, we do not have an appointment. I am sorry to call without notice.',
  appointment_again: 'That is right, there is no appointment. It would only take a moment.',
  ai_inquiry: 'Yes, this is an automated call.',
  ai_inquiry_again: 'Yes, you are speaking with an AI.',
  number_source: 'Your number is on our customer list. My colleague can tell you how it got there.',
  personal_data:
    'I am sorry to have worried you. We call numbers on our customer list. If you do not want our calls, please say so, and we will not call again.',
  recorded: 'Yes, this call is recorded, and written down.',
  transcribed: 'No, this call is not recorded. It is written down.',
  our_number: 'Our number is {{my_phone_number}}.',
  spelling: 'This is {{my_company_name}}. My colleague will tell you how it is written.',
  how_long: 'A few minutes will do. If you are busy, please say so.',
  offer_human: 'Would you like to speak with a person?',
  offer_human_again: 'Shall I connect you with a person?',
  hold_thanks: 'Thank you. I will hold.',
  hold_yes: 'Yes, I will wait. Thank you.',
  person_connecting:
    'Thank you for taking the call. This is {{my_company_name}}. I am connecting you to my colleague now.',
  consent: 'Thank you. May I bring in a colleague for a moment?',
  consent_again: 'My colleague will be brief. May I connect you now?',
  connecting: 'Thank you. I am connecting you to my colleague now.',
  connecting_apology: 'I am sorry. I am connecting you to my colleague now.',
  waiting: 'I am still connecting you. One more moment, please.',
  waiting_again: 'Thank you for waiting. Just a little longer, please.',
  handoff_failed:
    'I am sorry to have kept you waiting. All of my colleagues are busy. We will call you again {{next_time}}. Goodbye.',
  absent_until: 'I see. We will call again {{next_time}}. Thank you very much.',
  busy: 'I am sorry to call at a busy time. We will call again {{next_time}}. Goodbye.',
  callback_until: 'Certainly. We will call you {{next_time}}. Thank you. Goodbye.',
  callback: 'Certainly. We will call again another day. Thank you. Goodbye.',
  callback_by_them: 'Thank you. We look forward to your call. Goodbye.',
  callback_if_needed:
    'I understand. We would be glad to hear from you then. Thank you for your time. Goodbye.',
  ask_successor: 'I see, I am sorry. Could you put me through to the person who is in charge now, please?',
  for_whom: 'The person in charge, please.',
  for_person: '{{callee_person}}, please.',
  whom_confirmed: 'Yes, please.',
  ask_whoever: 'I am sorry. Could you put me through to whoever is in charge of such matters, please?',
  suspicion:
    'I am sorry to have worried you. This is {{my_company_name}}, calling on behalf of {{my_representative_name}}, to introduce {{my_service_name}}.',
  do_not_call: 'I am very sorry. We will never call you again. Goodbye.',
  wrong_number: 'I am very sorry, I have the wrong number. Goodbye.',
  unclear: 'I am sorry, I did not catch that. Could you say it again, please?',
  unclear_prepare: 'I am sorry. A colleague will speak with you. One moment, please.',
  silence: 'Hello? Can you hear me?',
  silence_again: 'The line seems to be weak. If you can hear me, please say something.',
  silence_closing: 'The line seems to be bad. We will call again. Goodbye.',
  hold_too_long: 'I see this is not a good time. We will call again. Thank you. Goodbye.',
  voicemail:
    'This is {{my_company_name}}, calling on behalf of {{my_representative_name}}, about {{my_service_name}}. We will call again. Goodbye.',
  inbound_greeting:
    'Thank you for calling {{my_company_name}}. This is an automated line for {{my_service_name}}.',
  inbound_ask: 'How can we help you?',
  inbound_purpose: 'We called to introduce {{my_service_name}}.',
  inbound_apology: 'I am sorry to have kept you waiting.',
  inbound_ask_message:
    'All of my colleagues are busy. Please tell me what it is about, or when we may call you back.',
  inbound_ask_more: 'Thank you. Please tell me what it is about.',
  inbound_ask_number: 'Your number was not shown, so please tell me your number, too.',
  inbound_message_taken:
    'Certainly. I will pass it on, and we will call you {{next_time}}. Thank you for calling. Goodbye.',
  inbound_message_kept: 'Certainly. I will pass it on. Thank you for calling. Goodbye.',
} as const satisfies Readonly<Record<Exclude<TemplateKey, BornEnglish>, string>>;
