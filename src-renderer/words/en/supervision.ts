import type { Words } from '../words.ts';

export const supervision: Words['supervision'] = {
  label: 'Supervision',
  mode: { listen: 'Listen', whisper: 'Whisper', barge: 'Join in' },
  heardBy: 'Who hears you',
  joining: 'Joining the call',
  state: {
    listen: 'You are listening. Nobody hears you',
    whisper: 'Only {{name}} hears you',
    barge: 'The customer hears you, too',
  },
  onlyListen: {
    nobody: 'While the AI talks you can only listen. To talk yourself, press “Take over”.',
    standingBy:
      '{{name}} is standing by. Once they talk with the customer you can whisper, join in and take over.',
  },
  taken: '{{name}} is listening',
  stop: 'Stop listening',
  takeOver: {
    action: 'Take over',
    ask: 'Take the call over from {{name}}?',
    askAi: 'Take the call over from the AI?',
    yes: 'Take over',
    no: 'Cancel',
  },
  present: {
    listen: '{{name}} is listening',
    whisper: '{{name}} is listening. Only you hear them',
    barge: '{{name}} has joined in. The customer hears them, too',
    'take-over': '{{name}} is taking the call over',
  },
};
