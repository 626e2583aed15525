import { useSession } from '#renderer/app/session.ts';

/** Whether the person at work makes dip samples, which are the coordinator's. */
export const useDips = (): boolean => useSession().data?.person.roles.includes('coordinator') ?? false;
