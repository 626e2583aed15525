const nations: Record<string, string> = { E: 'England', W: 'Wales', S: 'Scotland', N: 'Northern Ireland' };

/** Where a bank holiday is one, in words: “England, Wales”. */
export const nationWords = (letters: string): string =>
  [...letters].map((letter) => nations[letter] ?? letter).join(', ');
