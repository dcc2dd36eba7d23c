import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mayMoveEnrolment, movesByHand, nextEnrolmentStates, takesSeat } from './enrolment.rules.js';
import { enrolmentStates, handStates, type EnrolmentState } from './enrolment.types.js';

/** Moves that the database allows, read from the migration that fills its table. */
function movesOfDatabase(): readonly string[] {
  const folder = new URL('../../../../migrations/', import.meta.url);
  const file = readdirSync(folder).find((name) => name.endsWith('-create-enrolment-move.ts'))!;
  const rows = readFileSync(new URL(file, folder), 'utf8').split('insert into enrolment_path values')[1]!.split(';')[0]!;
  return [...rows.matchAll(/\('(\w+)', '(\w+)'\)/g)].map(([, from, to]) => `${from!}>${to!}`);
}

describe('the moves of a participant', () => {
  it('are those of the database', () => {
    const moves = enrolmentStates.flatMap((from) => enrolmentStates.filter((to) => mayMoveEnrolment(from, to)).map((to) => `${from}>${to}`));
    expect(moves.sort()).toEqual(movesOfDatabase().filter((move) => !move.startsWith('new>')).sort());
    expect(moves).toHaveLength(20);
  });

  it('begin in every state but an offer, as in the database', () => {
    expect(movesOfDatabase().filter((move) => move.startsWith('new>')).sort()).toEqual(enrolmentStates.filter((state) => state !== 'offered').map((state) => `new>${state}`).sort());
  });

  it('reach every state from a nomination, and never stay', () => {
    const reached = new Set<EnrolmentState>(['nominated']);
    for (const state of reached) nextEnrolmentStates[state].forEach((next) => reached.add(next));
    expect(reached.size).toBe(enrolmentStates.length);
    expect(enrolmentStates.filter((state) => mayMoveEnrolment(state, state))).toEqual([]);
  });

  it('are made by hand but for an offer', () => {
    expect([...handStates].sort()).toEqual(enrolmentStates.filter(movesByHand).sort());
    expect(enrolmentStates.filter((state) => !movesByHand(state))).toEqual(['offered']);
  });

  it('takes a seat by acceptance and by an offer', () => {
    expect(enrolmentStates.filter(takesSeat)).toEqual(['offered', 'accepted']);
  });
});
