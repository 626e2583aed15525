import { carryOut, run } from '#commands/run.ts';
import { program } from './commands/all.ts';

await run(process.argv.slice(2), (argv, terminal) => carryOut(program, argv, terminal));
