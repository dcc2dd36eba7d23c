import type { Circle, Flag, Point, Position } from './checkin.types.js';

const earthRadiusM = 6_371_008.8;
/** A position less precise than this says nothing about a room. */
const uselessAccuracyM = 500;
/** At most so much of what a device admits not to know is taken in its favour. */
const favourM = 100;

/** Metres between two points along the surface (haversine), whole. */
export function distanceM(one: Point, other: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const h = half(other.latitude - one.latitude) + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * half(other.longitude - one.longitude);
  return Math.round(2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h))));
}

/** What is odd about where somebody checked in. Nothing while places are not looked at. */
export function placeFlags(circle: Circle | null, position: Position | null): readonly Flag[] {
  if (circle === null) return [];
  if (position === null) return [{ kind: 'odd_place', facts: { why: 'none' } }];
  const distance = distanceM(circle, position);
  const flags: Flag[] = [];
  if (position.accuracy > uselessAccuracyM) flags.push({ kind: 'odd_place', facts: { why: 'vague', accuracyM: Math.round(position.accuracy) } });
  if (distance - Math.min(position.accuracy, favourM) > circle.radius) flags.push({ kind: 'outside_radius', facts: { distanceM: distance, radiusM: circle.radius } });
  return flags;
}
