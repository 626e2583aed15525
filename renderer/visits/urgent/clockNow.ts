/** Day and time of a moment by the clock of this laptop, as a report holds them. */
export const clockNow = (moment: Date): { on: string; at: string } => {
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    on: `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    at: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  };
};
