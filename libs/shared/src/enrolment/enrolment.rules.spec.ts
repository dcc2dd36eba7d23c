import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mayMoveEnrolment, nextEnrolmentStates, takesSeat } from './enrolment.rules.js';
import { enrolmentStates, type EnrolmentState } from './enrolment.types.js';

/** Moves that the database allows, read from the migration that creates the table. */
function movesOfDatabase(): readonly string[] {
  const folder = new URL('../../../../migrations/', import.meta.url);
  const file = readdirSync(folder).find((name) => name.endsWith('-create-enrolment.ts'))!;
  const body = readFileSync(new URL(file, folder), 'utf8').split('refuse_wrong_move()')[1]!.split('create trigger')[0]!;
  return [...body.matchAll(/'(\w+>\w+)'/g)].map((match) => match[1]!);
}

describe('the moves of a participant', () => {
  it('are those of the database', () => {
    const moves = enrolmentStates.flatMap((from) => enrolmentStates.filter((to) => mayMoveEnrolment(from, to)).map((to) => `${from}>${to}`));
    expect(moves.sort()).toEqual([...movesOfDatabase()].sort());
    expect(moves).toHaveLength(15);
  });

  it('reach every state from a nomination, and never stay', () => {
    const reached = new Set<EnrolmentState>(['nominated']);
    for (const state of reached) nextEnrolmentStates[state].forEach((next) => reached.add(next));
    expect(reached.size).toBe(enrolmentStates.length);
    expect(enrolmentStates.filter((state) => mayMoveEnrolment(state, state))).toEqual([]);
  });

  it('takes a seat by acceptance alone', () => {
    expect(enrolmentStates.filter(takesSeat)).toEqual(['accepted']);
  });
});
