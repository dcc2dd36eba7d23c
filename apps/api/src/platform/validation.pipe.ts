import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblem } from '@jenjang/shared';
import { HttpProblem } from './problem.js';

/** Checks a body by hand where no pipe stands. @throws HttpProblem 400 like the pipe. */
export async function checkBody<Body extends object>(shape: new () => Body, body: unknown): Promise<Body> {
  return (await validationPipe().transform(body, { type: 'body', metatype: shape })) as Body;
}

/** Checks every request class: unknown fields, wrong shapes and wrong values are 400 with the path of each. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => new HttpProblem(400, 'input.invalid', {}, errors.flatMap((error) => fieldProblems(error, ''))),
  });
}

function fieldProblems(error: ValidationError, parent: string): FieldProblem[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  const first = Object.entries(error.constraints ?? {}).sort(([a], [b]) => rank(a) - rank(b)).slice(0, 1);
  const own = first.map(([code, message]) => ({ path, code: `field.${code}`, value: shortValue(error.value), ...limitsIn(message) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, path))];
}

/** One thing is told per field, the most basic first: what is missing, then what is of the wrong type, then the rest. */
const basics = ['whitelistValidation', 'isDefined', 'isNotEmpty', 'isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'nestedValidation'];

function rank(code: string): number {
  const place = basics.indexOf(code);
  return place === -1 ? basics.length : place;
}

/** Numbers in the library's own message are the limits of the rule: kept for the wording. */
function limitsIn(message: string): { limit?: number } {
  const found = /(\d+)/.exec(message.replace(/^\S+/, ''));
  return found ? { limit: Number(found[1]) } : {};
}

/** Values are echoed only while they are short enough to help. */
function shortValue(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 120 ? `${value.slice(0, 120)}…` : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
