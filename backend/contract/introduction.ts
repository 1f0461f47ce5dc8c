/**
 * How the AI opens a call: company, caller, product and purpose come before anything else (特定商取引法 16条). Spoken by the engine as the
 * template `initial`, and shown where these variables are set.
 */
export const introductionTemplate =
  'お世話になっております。{{my_company_name}}の{{my_representative_name}}と申します。{{my_service_name}}のご案内で、お電話いたしました。{{callee_department}}のご担当者様は、いらっしゃいますでしょうか。';
