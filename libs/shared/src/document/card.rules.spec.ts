import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cardText, parseCard } from './card.rules.js';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('the text of a card', () => {
  it('is capitals and digits, and reads back', () => {
    expect(cardText({ enrolmentId: id, seal: '00ff00ff00ff00ff' })).toBe('JENJANG:P:0F8FAD5B-D9CB-469F-A165-70867728950E:00FF00FF00FF00FF');
    fc.assert(fc.property(fc.uuid(), fc.stringMatching(/^[0-9A-F]{16}$/), (enrolmentId, seal) => {
      expect(parseCard(cardText({ enrolmentId, seal }))).toEqual({ enrolmentId, seal });
    }));
  });

  it.each([
    ['in small letters', `jenjang:p:${id}:00ff00ff00ff00ff`],
    ['with the line end that scanners add', ` JENJANG:P:${id.toUpperCase()}:00FF00FF00FF00FF\r\n`],
  ])('is understood %s', (_, text) => {
    expect(parseCard(text)).toEqual({ enrolmentId: id, seal: '00FF00FF00FF00FF' });
  });

  it.each([
    ['nothing', ''], ['an address', 'https://jenjang.test/c/0123'], ['no seal', `JENJANG:P:${id}`], ['a short seal', `JENJANG:P:${id}:00FF`],
    ['another kind', `JENJANG:S:${id}:00FF00FF00FF00FF`], ['more behind it', `JENJANG:P:${id}:00FF00FF00FF00FF0`], ['no id', 'JENJANG:P:1:00FF00FF00FF00FF'],
  ])('is not %s', (_, text) => {
    expect(parseCard(text)).toBeNull();
  });
});
