/**
 * The one account of the simulated carrier. The values have the shape of Twilio's and are nobody's: they open nothing but the simulator,
 * which is why they may stand in the source.
 */
export const simulatedAccount = {
  accountSid: `AC${'0'.repeat(31)}1`,
  authToken: `${'0'.repeat(31)}2`,
  /** Twilio gives every account test credentials, too, with which hardly anything may be asked. */
  testAccountSid: `AC${'0'.repeat(31)}8`,
  testAuthToken: `${'0'.repeat(31)}9`,
  apiKeySid: `SK${'0'.repeat(31)}3`,
  apiKeySecret: `${'0'.repeat(31)}4`,
  twimlAppSid: `AP${'0'.repeat(31)}5`,
  phoneNumberSid: `PN${'0'.repeat(31)}6`,
  /** The number that calls come from. Of the same unassigned kind as the personas' numbers. */
  callerNumber: '+815000000001',
  /** Another number of the account, that an agent's calls can come from. */
  secondNumber: '+815000000002',
  secondNumberSid: `PN${'0'.repeat(31)}a`,
} as const;
