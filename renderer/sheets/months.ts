/** The months for which a sheet may be made: the last six, this one, and the next. */
export const monthsAround = (today: string): string[] => {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: 8 }, (_, i) => now + 1 - i).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
};
