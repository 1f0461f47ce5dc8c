/** Where the softphone enters the carrier's network, the nearest first. `roaming` is wherever the name service finds to be near. */
export const voiceEdges = ['tokyo', 'roaming'] as const;

/** Where it signals to: what the pages' policies must allow. */
export const voiceSignalling: readonly string[] = voiceEdges.map(
  (edge) => `wss://voice-js.${edge}.twilio.com`,
);

/** Where it reports the quality of calls. */
export const voiceInsights: readonly string[] = ['https://eventgw.twilio.com'];
