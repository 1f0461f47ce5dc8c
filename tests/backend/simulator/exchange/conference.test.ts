import { describe, expect, it } from 'vitest';
import {
  type Conference,
  changeParticipant,
  endConference,
  joinConference,
  leaveConference,
  listenersOf,
  newConference,
  type Participant,
} from '../../../../backend/simulator/exchange/conference.ts';

const participant = (callSid: string, more: Partial<Participant> = {}): Participant => ({
  callSid,
  label: callSid,
  muted: false,
  onHold: false,
  coaching: null,
  startOnEnter: true,
  endOnExit: false,
  ...more,
});
const of = (...participants: Participant[]): Conference =>
  participants.reduce((conference, one) => joinConference(conference, one).conference, newConference);
const hears = (conference: Conference, speaker: string): string[] =>
  listenersOf(conference, speaker).map(({ callSid }) => callSid);
const left = { reason: 'participant_hung_up', kicked: false } as const;
const kicked = { reason: 'participant_updated_via_api', kicked: true } as const;

describe('joinConference', () => {
  it('waits with the first participant and starts with the second', () => {
    const first = joinConference(newConference, participant('customer'));
    const second = joinConference(first.conference, participant('ai'));

    expect(first.conference.phase.type).toBe('waiting');
    expect(first.events.map(({ type }) => type)).toEqual(['participant-join']);
    expect(second.conference.phase.type).toBe('mixing');
    expect(second.events.map(({ type }) => type)).toEqual(['participant-join', 'conference-start']);
  });

  it('does not start while nobody is in it who starts it', () => {
    const conference = of(
      participant('one', { startOnEnter: false }),
      participant('two', { startOnEnter: false }),
    );

    expect(conference.phase.type).toBe('waiting');
  });
});

describe('listenersOf', () => {
  it('is nobody before the conference starts', () => {
    expect(hears(of(participant('customer')), 'customer')).toEqual([]);
  });

  it('is everybody else', () => {
    expect(hears(of(participant('customer'), participant('ai'), participant('agent')), 'customer')).toEqual([
      'ai',
      'agent',
    ]);
  });

  it('leaves out who is on hold, and gives a held or muted speaker nobody', () => {
    const base = of(participant('customer'), participant('ai'), participant('agent'));
    const held = changeParticipant(base, 'customer', { onHold: true }).conference;
    const muted = changeParticipant(base, 'agent', { muted: true }).conference;

    expect(hears(held, 'ai')).toEqual(['agent']);
    expect(hears(held, 'customer')).toEqual([]);
    expect(hears(muted, 'agent')).toEqual([]);
    expect(hears(muted, 'ai')).toEqual(['customer', 'agent']);
  });

  it('is only the coached participant for one who coaches', () => {
    const conference = of(
      participant('customer'),
      participant('agent'),
      participant('admin', { coaching: 'agent' }),
    );

    expect(hears(conference, 'admin')).toEqual(['agent']);
    expect(hears(conference, 'customer')).toEqual(['agent', 'admin']);
  });

  it('is nobody for one who coaches and is muted, and everybody once the coached participant has left', () => {
    const people = [participant('customer'), participant('ai'), participant('agent')];
    const conference = of(...people, participant('admin', { coaching: 'agent' }));
    const muted = of(...people, participant('admin', { coaching: 'agent', muted: true }));

    expect(hears(muted, 'admin')).toEqual([]);
    expect(hears(leaveConference(conference, 'agent', left).conference, 'admin')).toEqual(['customer', 'ai']);
  });
});

describe('changeParticipant', () => {
  it('reports what changed, and nothing when nothing did', () => {
    const conference = of(participant('customer'), participant('agent'));

    const changed = changeParticipant(conference, 'agent', { muted: true, onHold: true, endOnExit: true });
    const same = changeParticipant(conference, 'agent', { muted: false });

    expect(changed.events.map(({ type }) => type)).toEqual([
      'participant-mute',
      'participant-hold',
      'participant-modify',
    ]);
    expect(same.events).toEqual([]);
  });

  it('changes nothing for somebody who is not there', () => {
    const conference = of(participant('customer'));

    expect(changeParticipant(conference, 'ghost', { muted: true })).toEqual({ conference, events: [] });
  });
});

describe('leaveConference', () => {
  it('goes on while somebody is left', () => {
    const step = leaveConference(of(participant('customer'), participant('ai')), 'customer', left);

    expect(step.conference.phase.type).toBe('mixing');
    expect(step.events).toMatchObject([{ type: 'participant-leave', departure: left }]);
  });

  it.each([
    [left, 'last-participant-left'],
    [kicked, 'last-participant-kicked'],
  ] as const)('ends when the last one leaves (%o)', (departure, reason) => {
    const step = leaveConference(of(participant('customer')), 'customer', departure);

    expect(step.conference.phase).toEqual({ type: 'ended', reason, callSid: 'customer' });
    expect(step.events.map(({ type }) => type)).toEqual(['participant-leave', 'conference-end']);
  });

  it('ends for all when one leaves with whom it is to end', () => {
    const conference = of(participant('customer', { endOnExit: true }), participant('ai'));

    const step = leaveConference(conference, 'customer', left);

    expect(step.events).toMatchObject([
      { type: 'participant-leave', participant: { callSid: 'customer' } },
      {
        type: 'participant-leave',
        participant: { callSid: 'ai' },
        departure: { reason: 'moderator_ended_conference' },
      },
      { type: 'conference-end', reason: 'participant-with-end-conference-on-exit-left' },
    ]);
  });

  it('ignores endConferenceOnExit while its participant is on hold', () => {
    const conference = of(participant('customer', { endOnExit: true, onHold: true }), participant('ai'));

    expect(leaveConference(conference, 'customer', left).conference.phase.type).toBe('mixing');
  });
});

describe('endConference', () => {
  it('lets everybody leave and ends once', () => {
    const step = endConference(
      of(participant('customer'), participant('ai')),
      'conference-ended-via-api',
      null,
    );
    const again = endConference(step.conference, 'conference-ended-via-api', null);

    expect(step.events.map(({ type }) => type)).toEqual([
      'participant-leave',
      'participant-leave',
      'conference-end',
    ]);
    expect(again.events).toEqual([]);
  });
});
