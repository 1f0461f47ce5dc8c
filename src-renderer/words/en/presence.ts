export const presence = {
  label: 'Availability',
  choose: 'Choose your availability',
  stop: 'Stop taking calls',
  reachable: {
    softphone: 'Calls reach your softphone',
    phone: 'Calls reach your telephone',
    none: 'Calls cannot reach you now',
  },
  offHours: 'Off hours',
  offHoursMeaning: 'Outside your working hours you are not asked to take calls',
  away: {
    locked: 'Your screen was locked, so you are not asked. Unlock it to be as you were.',
    asleep: 'Your computer was asleep, so you are not asked. Use it again to be as you were.',
    unanswered:
      'Several offers went unanswered, so you were set to busy. Choose “Available” to get offers again.',
  },
  wrapUp: {
    extend: 'One minute more to wrap up',
    finish: 'Done wrapping up',
    failed: 'The time to wrap up was not changed',
  },
  unknown: 'Unknown',
  failed: 'Your availability was not changed',
};
