import { expect, it } from 'vitest';
import { simulatedAccount } from '../../../../../backend/simulator/account.ts';
import { unhandled } from '../../../../../backend/simulator/holdings/holdings.ts';
import { createAccountAccess } from '../../../../../backend/telephony/twilio/setup/account-access.ts';
import { startSetUpBench } from '../../../../support/set-up-bench.ts';
import { describeByTwilio, loadTwilioOpenApi } from '../../../../support/twilio-openapi.ts';

const { accountSid, authToken, apiKeySid, apiKeySecret, callerNumber, phoneNumberSid } = simulatedAccount;

describeByTwilio(
  await loadTwilioOpenApi(),
  "the set-up and the simulated carrier, by Twilio's OpenAPI description",
  (checker) => {
    it('ask for and answer with what Twilio documents, and nothing else', async () => {
      await using bench = await startSetUpBench({
        holdings: (fitting) => ({
          ...fitting,
          verifiedCallers: [{ sid: `PN${'c'.repeat(32)}`, phoneNumber: '+815000000009' }],
        }),
      });
      const access = createAccountAccess({ accountSid, authToken, restBaseUrl: bench.restBaseUrl });
      const handling = { ...unhandled, voiceUrl: 'https://calls.example.com/ai#e=tokyo' };

      const answers = [
        await access.account(),
        await access.ownedNumber(callerNumber),
        await access.isVerified('+815000000009'),
        await access.changeNumber(phoneNumberSid, handling),
        await access.applicationsNamed('Toritsugi'),
        await access.createApplication('Another', handling),
        await access.application(simulatedAccount.twimlAppSid),
        await access.changeApplication(simulatedAccount.twimlAppSid, handling),
        await access.keysNamed('Toritsugi'),
        await access.createKey('Toritsugi'),
        await access.tryKey(apiKeySid, apiKeySecret),
      ];

      expect(answers.map(({ type }) => type)).toEqual(answers.map(() => 'answered'));
      const problems = bench.exchanged.flatMap(({ method, path, form, status, json }) =>
        [
          ...checker.checkRequest(method, path, form),
          ...checker.checkResponse(method, path, status, json),
        ].map((problem) => `${method} ${path}: ${problem}`),
      );
      expect(problems).toEqual([]);
      expect(bench.exchanged).toHaveLength(answers.length);
    });
  },
);

describeByTwilio(
  await loadTwilioOpenApi('voice_v1'),
  "the permission to call a country, by Twilio's OpenAPI description",
  (checker) => {
    it('is asked for and answered as Twilio documents it', async () => {
      await using bench = await startSetUpBench();
      const access = createAccountAccess({ accountSid, authToken, restBaseUrl: bench.restBaseUrl });

      expect(await access.mayCall('JP')).toEqual({ type: 'answered', value: true });

      const problems = bench.exchanged.flatMap(({ method, path, form, status, json }) => [
        ...checker.checkRequest(method, path, form),
        ...checker.checkResponse(method, path, status, json),
      ]);
      expect(problems).toEqual([]);
    });
  },
);

it('lets an API key neither look at the account nor at keys, as Twilio does', async () => {
  await using bench = await startSetUpBench();
  const access = createAccountAccess({ accountSid, authToken, restBaseUrl: bench.restBaseUrl });
  const made = await access.createKey('Toritsugi');
  const key = made.type === 'answered' ? made.value : { sid: '', secret: '' };
  const authorization = `Basic ${Buffer.from(`${key.sid}:${key.secret}`).toString('base64')}`;

  const statuses = await Promise.all(
    [`${accountSid}.json`, `${accountSid}/Keys.json`, `${accountSid}/Applications.json`].map(
      async (path) =>
        (await fetch(`${bench.restBaseUrl}/2010-04-01/Accounts/${path}`, { headers: { authorization } }))
          .status,
    ),
  );

  expect(statuses).toEqual([401, 401, 200]);
});
