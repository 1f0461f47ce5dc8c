import type { Words } from '../words.ts';

export const today: Words['today'] = {
  title: 'Today',
  calls: 'My calls',
  noCalls: 'You have no calls now',
  noCallsHint: 'Calls that you took, and those to your customers, appear here.',
  callsUnknown: 'Calls cannot be checked now',
  offers: 'Offers',
  noOffers: 'No offers now',
  offersUnknown: 'Offers cannot be checked now',
  notAvailable: 'Offers reach you while you are available.',
  unanswered:
    'Several offers went unanswered, so you were set to busy. Choose “Available” below to get offers again.',
  offHours: 'No offers reach you outside your working hours, which you can change in the settings.',
  openCall: 'Open the call',
  reminders: 'To call today',
  noReminders: 'Nobody to call back today',
  noRemindersHint: 'Choose “Call back” as what happens next; it appears here on that day.',
  overdue: 'Overdue',
  done: 'Done',
  completed: 'Marked as done',
  figures: 'My figures today',
  allFigures: 'Choose a period',
  unknown: 'The connection to the server is lost',
};
