/*
 * Loaded before a program: gives it, and every thread it starts, the clock of a laptop that is wrong about the time.
 * ICV_CLOCK is how many milliseconds it is wrong by.
 */
const wrongBy = Number(process.env.ICV_CLOCK ?? 0);
const now = Date.now;
const RightDate = Date;
globalThis.Date = class extends RightDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now() + wrongBy] : given));
  }
  static now() {
    return now() + wrongBy;
  }
};
