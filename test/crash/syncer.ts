import { ofPerson } from '#shared/sync/access.ts';
import { openLaptop, page } from '../scenario/laptop/laptop.ts';
import { beginReport } from '../scenario/laptop/typing.ts';
import { farOffice } from './far-office.ts';
import { tellLine } from './tell.ts';

/** Writes reports, sends them and receives them again, step by step, until it is killed. */
const [folder = '', key = '', file = '', round = '0'] = process.argv.slice(2);

const laptop = openLaptop(folder, Buffer.from(key, 'hex'));
const office = farOffice(file);
const keys = [ofPerson(laptop.own.id)];
for (let i = 0; ; i += 1) {
  const word = `word${round}x${i}`;
  beginReport(laptop, { left: '16:00', comments: word });
  tellLine(`saved ${word}`);
  const changes = laptop.steps.toPush(0);
  tellLine('sealed');
  const answers = office.push(changes);
  tellLine('sent');
  laptop.steps.answered(answers, '2026-05-05T10:00:00.000Z');
  tellLine('answered');
  laptop.steps.apply('own', page(office.items(keys).slice(-50), keys), false);
  tellLine('received');
}
