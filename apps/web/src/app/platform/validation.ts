import { problemWords } from '@jenjang/shared';
import type { FieldProblem, Locale } from '@jenjang/shared/platform';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, getMetadataStorage, validate } from 'class-validator';

export type RequestClass<T extends object> = new () => T;

/** An empty control was not filled in: the request leaves it out. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const filled = Object.entries(value).filter(
    ([, entry]) => entry !== '' && entry !== null && entry !== undefined,
  );
  return Object.fromEntries(filled.map(([key, entry]) => [key, withoutEmpty(entry)]));
}

/** The figure in a rule such as `MaxLength(100)`, else the one in its own message, for its wording. */
function limitOf(error: ValidationError, code: string): unknown {
  const target = error.target?.constructor;
  if (target === undefined) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  const rule = rules.find(({ propertyName, name }) => propertyName === error.property && name === code);
  const limit = (rule?.constraints as readonly unknown[] | undefined)?.[0];
  return limit ?? figureIn(error.constraints?.[code] ?? '');
}

/** Rules that count say what they found: `digits: 17`. */
function figureIn(message: string): number | undefined {
  const found = /^\S+ (\d+)$/.exec(message);
  return found ? Number(found[1]) : undefined;
}

function word(code: string, limit: unknown, locale: Locale): string {
  const [id, en] = problemWords(`field.${code}`, { limit });
  return locale === 'id' ? id : en;
}

/** One message a field: what is missing first, then the rule declared first. */
function problemsOf(
  error: ValidationError,
  parents: readonly string[],
  locale: Locale,
): readonly FieldProblem[] {
  const path = [...parents, error.property];
  const nested = (error.children ?? []).flatMap((child) => problemsOf(child, path, locale));
  const codes = Object.keys(error.constraints ?? {});
  if (codes.length === 0) return nested;
  const code = error.value === undefined ? 'isNotEmpty' : (codes.at(-1) ?? 'matches');
  return [{ path: path.join('.'), code, message: word(code, limitOf(error, code), locale) }, ...nested];
}

/** Checks the value of a form by the request class that the API checks it by. */
export async function validateAs<T extends object>(
  requestClass: RequestClass<T>,
  value: unknown,
  locale: Locale,
): Promise<{ readonly request: T; readonly problems: readonly FieldProblem[] }> {
  const request = plainToInstance(requestClass, withoutEmpty(value));
  const errors = await validate(request, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  return { request, problems: errors.flatMap((error) => problemsOf(error, [], locale)) };
}
