import { writeFileSync } from 'node:fs';

/** Loaded before a program: at its end it writes the most memory the process ever had, in megabytes. */
process.on('exit', () => {
  writeFileSync(process.env.BENCH_PEAK as string, String(process.resourceUsage().maxRSS / 1024));
});
