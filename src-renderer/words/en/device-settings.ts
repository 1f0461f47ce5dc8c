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
    noAnswer: 'The app does not answer. Please try again.',
  },
};
