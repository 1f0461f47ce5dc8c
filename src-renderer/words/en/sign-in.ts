export const signIn = {
  title: 'Sign in',
  lead: 'The AI makes the call. You have the conversation.',
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Checking',
  emailProblem: 'Enter an e-mail address',
  passwordProblem: 'Enter your password',
  server: 'Server',
  notRemembered:
    'This computer has no safe place for your session: you will sign in again after quitting the app.',
  unreachable: 'The server cannot be reached. Please check that it is running and that its address is right.',
};
