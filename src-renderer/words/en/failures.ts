/** What happened, what it means for the customer on the line, and what to do. */
export const failures = {
  'invalid-input': 'Something you entered is not right. Please check it.',
  'too-large': 'That is too much at once. Please shorten what you entered.',
  'not-json': 'The server does not understand this page. Please reload it.',
  'method-not-allowed': 'The server does not understand this page. Please reload it.',
  'not-signed-in': 'Your session has ended. Please sign in again.',
  'not-allowed': 'You are not allowed to do this. Please ask an administrator.',
  'account-disabled': 'This account is disabled. To sign in, please ask your admin.',
  'not-found': 'This is gone, or you may not see it.',
  'too-many-requests': 'Too many tries in a row. Please wait a moment and try again.',
  'do-not-call': 'This number is blocked: the customer asked not to be called. It cannot be dialled.',
  'outside-calling-hours':
    'It is outside the customer’s calling hours. Please try during the working day there.',
  'call-already-open': 'A call to this customer is in progress. Please look there.',
  'too-many-calls': 'As many calls are on as the telephone line allows. Please try again when one has ended.',
  'spending-cap-reached':
    'As much was spent on calls today as the team allows, so nobody is dialled. To go on, an admin raises the cap under Settings → Telephone line. Calls in progress go on.',
  overloaded:
    'The server is busy with calls, so reports and exports have to wait. Please try again in a moment.',
  'conversation-settings-missing':
    'The conversation is not set up yet. Fill it in, so that the AI can say who is calling.',
  'agent-not-reachable': 'You cannot be reached, so you were not connected. Calls that the AI leads go on.',
  'agent-on-a-call': 'You are on another call, so you were not connected. Calls that the AI leads go on.',
  'call-in-progress': 'This call is still going on. Please try again when it has ended.',
  'call-over': 'This call has already ended.',
  'call-not-answered': 'The customer has not answered yet. Please try again after the call is answered.',
  'handoff-in-progress': 'The call is being handed over already. One moment.',
  'offer-over': 'This handoff is over: a colleague took it, or the customer hung up.',
  'call-supervised': 'An admin is on this call already, or you are on another one.',
  'no-agent-talks': 'No agent is talking, so you can only listen or take over.',
  'supervision-over': 'You are not on this call any more. Press Listen again.',
  'transfer-over': 'This transfer is over already.',
  'carrier-unavailable':
    'The telephone line does not respond. The call is as it was. Please try again in a moment.',
  'changed-elsewhere': 'This was changed elsewhere. Please look at it again, then retry.',
  'email-taken': 'Another account has this e-mail address already.',
  'own-account': 'You cannot disable your own account or change its role. Please ask another administrator.',
  'last-admin': 'Nobody would be left to manage accounts. Please add another administrator first.',
  'link-over': 'This link was used already or has expired. Please ask an administrator for a new one.',
  'password-guessable':
    'This password is easy to guess. Please use three or four words that do not belong together.',
  'password-personal':
    'This password uses your name, e-mail address or company. Please use words that have nothing to do with you.',
  'password-wrong': 'That is not your present password.',
  'sign-in-code-wrong': 'That is not the code. Please enter the one that the app shows now.',
  'sign-in-over': 'That took too long, or too many tries. Please enter your password again.',
  'audio-unknown':
    'This file cannot be played on the telephone. Please use an MP3 or a WAV (PCM, 8 or 16 bits, or µ-law).',
  'audio-damaged': 'This audio file is empty or broken. Please export it again and try once more.',
  'audio-too-long':
    'This audio is too long: 20 seconds at most, fewer for some texts. Please shorten it and try again.',
  'text-has-variables':
    'This text has variables, so one audio file cannot say it. Please write it without variables and save it first.',
  'recording-unavailable':
    'There is no recording: it is not stored yet, has been deleted after its time, or is damaged.',
  'code-wrong': 'That is not the code. Please check the six digits you heard.',
  'code-over': 'This code can no longer be used. Please ask for another call.',
  'campaign-begun': 'This campaign has already been started.',
  'campaign-not-begun': 'This campaign has not been started yet.',
  'campaign-over': 'This campaign is over.',
  internal: 'Something went wrong on the server. Please try again; if it persists, tell an administrator.',
  unreachable: 'The server cannot be reached. Please check your connection.',
  'unexpected-answer': 'The server’s answer makes no sense to this page. Please reload it.',
  'wrong-credentials': 'The e-mail address or the password is wrong.',
};
