/** Every seed that found a bug, with what it found: run again with every test, so that it stays found. */
export const fixedSeeds: readonly { seed: number; found: string }[] = [
  { seed: 9, found: 'the words of a suite stayed in the index of the search after it had gone' },
  {
    seed: 10,
    found: 'what was typed on a copy into a change that the first laptop sent was called a duplicate',
  },
  { seed: 13, found: 'the same, of a suite that the office changes' },
  { seed: 28, found: 'a hub put back from its backup began another epoch at every greeting, for ever' },
  { seed: 29, found: 'a number that a restored hub gave twice ended the laptop that knew the first one' },
  {
    seed: 1034,
    found: 'killed between an answer and the head, a laptop did not tell a restored hub of its change',
  },
  {
    seed: 2003,
    found: 'a copy that went on as a new device after the backup was a stranger to the hub put back from it',
  },
  { seed: 2078, found: 'with every laptop off, the storm itself looked for one to copy' },
  {
    seed: 2097,
    found:
      'a report purged after the backup came back by one laptop, and the one that knew came after recovery',
  },
  {
    seed: 3080,
    found: 'what somebody had sent and not received back stayed with them when they left, purged or not',
  },
  { seed: 3107, found: 'the storm forgot a purge that the backup of the hub knew' },
];
