import { readPasted, scoreOf } from './paste.rules';

describe('pasted scores', () => {
  it.each([
    ['80', [{ nip: null, score: 80 }]],
    [
      '80\n87,5\r\n\n62.25',
      [
        { nip: null, score: 80 },
        { nip: null, score: 87.5 },
        { nip: null, score: 62.25 },
      ],
    ],
    ['198001012005011901\t75', [{ nip: '198001012005011901', score: 75 }]],
    ["'19800101 200501 1 901;Arga Embun;75", [{ nip: '198001012005011901', score: 75 }]],
    ['198001012005011901\tbelum', [{ nip: '198001012005011901', score: null }]],
  ])('%j', (text, lines) => {
    expect(readPasted(text)).toEqual(lines);
  });

  it.each([
    ['0', 0],
    ['100', 100],
    ['100,01', null],
    ['1E2', null],
    ['-3', null],
    ['', null],
  ])('%j is %j', (text, score) => {
    expect(scoreOf(text)).toBe(score);
  });
});
