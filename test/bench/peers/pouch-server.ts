import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { answering } from '../sync/processes.ts';

const require = createRequire(import.meta.url);

/** PouchDB's own server, as its documentation sets it up, over a folder of LevelDB. */
answering({
  begin: async (folder: string) => {
    mkdirSync(folder);
    const express = require('express');
    const PouchDB = require('pouchdb').defaults({ prefix: `${folder}/` });
    const app = express();
    app.use('/', require('express-pouchdb')(PouchDB, { mode: 'minimumForPouchDB' }));
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/reports`;
  },
});
