/** Who has a telephone number: the company and the person's full name as they are written. */
export interface DirectoryEntry {
  readonly company: string;
  readonly person: string;
  readonly department: string;
}

/** The telephone directory of the simulated network; null where it knows nobody. */
export type PhoneDirectory = (number: string) => DirectoryEntry | null;

/** How those who speak at a number say who they are. */
export interface Introductions {
  /** Somebody of the company answers. */
  readonly reception: string;
  /** Somebody of the department answers. */
  readonly department: string;
  /** The person in charge answers. */
  readonly person: string;
  /** The person in charge comes to the telephone that somebody else answered. */
  readonly personFetched: string;
  /** A recording answers. */
  readonly recording: string;
}

const ANONYMOUS = 'お電話ありがとうございます。';

/** Of people who do not say their names. */
const anonymous: Introductions = {
  reception: ANONYMOUS,
  department: ANONYMOUS,
  person: ANONYMOUS,
  personFetched: 'お電話代わりました、担当の者です。',
  recording: ANONYMOUS,
};

/** 2.4 s at seven characters a second: whoever greets longer than that is taken for an answering machine. */
const LONGEST_GREETING = 16;

export function introductionsOf(entry: DirectoryEntry | null): Introductions {
  if (entry === null) return anonymous;
  const { department } = entry;
  const company = spokenCompany(entry.company);
  const person = surnameOf(entry.person);
  return {
    reception: greeting(company),
    department: greeting(department),
    person: `はい、${company}の${person}です。`,
    personFetched: `お電話代わりました、${department}の${person}です。`,
    recording: `${ANONYMOUS}${company}です。`,
  };
}

/** On the telephone nobody says the legal form. */
function spokenCompany(company: string): string {
  return company.replace(/^(?:株式|有限|合同)会社|(?:株式|有限|合同)会社$/, '').trim();
}

function surnameOf(person: string): string {
  return person.split(/\s/)[0] ?? person;
}

function greeting(name: string): string {
  const polite = `はい、${name}でございます。`;
  return polite.length <= LONGEST_GREETING ? polite : `はい、${name}です。`;
}
