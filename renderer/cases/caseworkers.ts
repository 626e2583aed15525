import { useRead } from '#renderer/app/host.tsx';

/** Those to whom a case can be given, by name. */
export const useCaseworkers = (): { id: string; name: string }[] => {
  const read = useRead('people.list', {});
  return (read.data ?? [])
    .filter(({ roles }) => roles.includes('caseworker'))
    .map(({ id, name }) => ({ id, name }));
};
