import { Refusal } from '@jenjang/shared';
import { SaxesParser } from 'saxes';
import { asDamaged } from './tabular.zip.js';

/** Characters without a tag after which a part is refused: the parser would hold them all. */
const longestText = 1024 * 1024;
/** Elements inside one another: a sheet needs ten, and the parser remembers each. */
const deepest = 100;

/** Called in document order; names come without their namespace prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Parses XML piece by piece and yields after each, so that the caller can hand over what was found so far.
 * Document types are refused: no Office file has one, and entities are how XML bombs are made.
 *
 * @throws Refusal `file.damaged` when the XML is not well-formed.
 */
export async function* pumpXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = parserFor(handlers);
  const decoder = new TextDecoder('utf-8');
  let sinceTag = 0;
  try {
    for await (const chunk of bytes) {
      const text = decoder.decode(chunk, { stream: true });
      const tag = text.lastIndexOf('<');
      sinceTag = tag === -1 ? sinceTag + text.length : text.length - tag;
      if (sinceTag > longestText) throw new Refusal('file.damaged', { reason: 'text without end' });
      parser.write(text);
      yield;
    }
    parser.close();
  } catch (error) {
    throw asDamaged(error);
  }
  yield;
}

/** Parses a whole small part. */
export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of pumpXml(bytes, handlers));
}

/** Attribute by its name without prefix, as `id` for `r:id`. */
export function prefixedAttribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  return Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function parserFor(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepest) throw new Refusal('file.damaged', { reason: 'nested too deep' });
    handlers.open?.(localName(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('doctype', () => {
    throw new Refusal('file.damaged', { reason: 'document type' });
  });
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
