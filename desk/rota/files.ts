import { fail } from '#shared/result.ts';
import type { Asking, FileCalls } from '../made-files.ts';

export const rotaFiles = (_read: Asking, _today: () => string): FileCalls<'rota.file'> => ({
  'rota.file': async () => fail({ tag: 'notYet', what: 'The rota' }),
});
