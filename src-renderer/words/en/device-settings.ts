export const deviceSettings = {
  language: 'Language',
  japanese: '日本語',
  english: 'English',
  server: {
    label: 'Address of the server',
    hint: 'After a change you sign in again.',
    change: 'Change',
    'not-an-address': 'This is not an address',
    'not-encrypted': 'A server on another computer needs an https address',
    'on-call': 'Not during a call. Please change it when the call is over.',
    unsaved: 'Something is not saved. Changing the server discards it.',
    stay: 'Leave it as it is',
    noAnswer: 'The app does not answer. Please try again.',
  },
};
