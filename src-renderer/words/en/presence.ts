export const presence = {
  label: 'Availability',
  choose: 'Choose your availability',
  reachable: {
    softphone: 'Calls reach your softphone',
    phone: 'Calls reach your telephone',
    none: 'Calls cannot reach you now',
  },
  unknown: 'Unknown',
  failed: 'Your availability was not changed',
};
