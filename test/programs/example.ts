import { makeExample } from '#test/office.ts';

// Where it lies, and what opens it: for all processes of a run, which copy it.
process.stdout.write(JSON.stringify(await makeExample()));
