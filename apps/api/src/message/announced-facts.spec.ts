import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { messageEvents, placeholdersOf, type MessageEvent } from '@jenjang/shared';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '..');
const own = ['name', 'link', 'cohort', 'programme', 'agency'];

/** An event with the facts that a source gives it; null where they cannot be read from the text. */
interface Announced {
  readonly file: string;
  readonly event: string;
  readonly facts: readonly string[] | null;
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !/\.(spec|builder)\.ts$/.test(file) && !file.startsWith('testing'));

const announced: readonly Announced[] = sources.flatMap((file) => {
  const text = readFileSync(path.join(root, file), 'utf8');
  return /\bannounce\w*\(/.test(text) || text.includes("as event") ? announcedIn(file, text) : [];
});

function announcedIn(file: string, text: string): Announced[] {
  const found: Announced[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(...fromObject(file, node, source));
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) found.push(...fromSql(file, node.getText(source)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function fromObject(file: string, node: ts.ObjectLiteralExpression, source: ts.SourceFile): Announced[] {
  const event = property(node, 'event');
  const literal = event && ts.isAsExpression(event) ? event.expression : event;
  if (!literal || !ts.isStringLiteral(literal) || !/^[a-z]+\.[A-Za-z]+$/.test(literal.text)) return [];
  const given = property(node, 'facts') ?? (node.properties.some((one) => ts.isShorthandPropertyAssignment(one) && one.name.text === 'facts') ? ts.factory.createIdentifier('facts') : undefined);
  const facts = given && ts.isIdentifier(given) ? variable(source, given.text) : given;
  return [{ file, event: literal.text, facts: facts && ts.isObjectLiteralExpression(facts) ? facts.properties.flatMap((one) => (one.name && ts.isIdentifier(one.name) ? [one.name.text] : [])) : null }];
}

function property(node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = node.properties.find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && ts.isIdentifier(one.name) && one.name.text === name);
  return found?.initializer;
}

function variable(source: ts.SourceFile, name: string): ts.Expression | undefined {
  let found: ts.Expression | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name) found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Announcements that are made by a statement: `select 'x.y' as event, … jsonb_build_object('a', …) as facts`. */
function fromSql(file: string, text: string): Announced[] {
  const event = /'([a-z]+\.[A-Za-z]+)' as event/.exec(text)?.[1];
  if (!event) return [];
  const built = /jsonb_build_object\(([\s\S]*?)\) as facts/.exec(text)?.[1] ?? '';
  return [{ file, event, facts: [...built.matchAll(/(?:^|, ?|\n\s*)'(\w+)', /g)].map(([, name = '']) => name) }];
}

describe('what features announce', () => {
  it('is found', () => {
    expect(announced.map(({ event }) => event)).toEqual(expect.arrayContaining(['waiting.offered', 'session.reminder', 'certificate.issued', 'nomination.approvalAsked', 'attendance.absent']));
  });

  it.each(announced.map((one) => [one.event, one.file, one] as const))('%s in %s has a text and brings the facts that it needs', (event, _file, { facts }) => {
    expect(messageEvents).toContain(event);
    if (facts === null) return;
    const needed = placeholdersOf(event as MessageEvent).filter(({ nothing, name }) => nothing === undefined && !own.includes(name)).map(({ name }) => name);
    expect(needed.filter((name) => !facts.includes(name))).toEqual([]);
  });
});
