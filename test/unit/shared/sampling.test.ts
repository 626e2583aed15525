import { describe, expect, test } from 'vitest';
import { draw, readNumbers } from '#shared/checks/sampling.ts';

describe('a list of custody numbers is read', () => {
  test('as it is pasted, one in each line, duplicates told and counted once', () => {
    expect(readNumbers('22WM/1\r\n22WM/2\n\n22wm/ 1\n22WM/3')).toEqual({
      numbers: ['22WM/1', '22WM/2', '22WM/3'],
      twice: ['22wm/ 1'],
      refused: [],
    });
  });

  test('from the column that a file names, and nothing else is taken from it', () => {
    const file = '\uFEFFName;Custody record;Age\n"A Person";"22WM/1";16\nB Person;22WM/2;17\n';
    expect(readNumbers(file).numbers).toEqual(['22WM/1', '22WM/2']);
  });

  test('a line that holds no number is told by its place', () => {
    expect(readNumbers('22WM/1\nsee over\n22WM/2').refused).toEqual([{ line: 2, text: 'see over' }]);
  });
});

describe('a sample is drawn by chance', () => {
  const numbers = Array.from({ length: 200 }, (_, i) => `22WM/${i + 1}`);

  test('the same list and seed draw the same again, in whatever order the list stood', () => {
    const drawn = draw(numbers, 10, 'autumn');
    expect(new Set(drawn).size).toBe(10);
    expect(draw(numbers.toReversed(), 10, 'autumn')).toEqual(drawn);
    expect(draw(numbers, 10, 'winter')).not.toEqual(drawn);
  });

  test('from a short list all are drawn, each once', () => {
    expect(draw(['1', '2'], 5, 'x').toSorted()).toEqual(['1', '2']);
  });

  test('over many seeds each number is drawn about as often as any other', () => {
    const ten = numbers.slice(0, 10);
    const times = new Map(ten.map((one) => [one, 0]));
    for (let i = 0; i < 5_000; i += 1)
      for (const one of draw(ten, 2, `seed ${i}`)) times.set(one, (times.get(one) ?? 0) + 1);
    for (const count of times.values()) {
      expect(count).toBeGreaterThan(900);
      expect(count).toBeLessThan(1_100);
    }
  });
});
