import { useSession } from '#renderer/app/session.ts';
import { type CallName, contract } from '#shared/contract.ts';
import type { Role } from '#shared/roles.ts';

/** Whether somebody with these roles may make a call, as the one table of calls says. */
export const mayCall = (roles: readonly string[], name: CallName): boolean => {
  const { may } = contract[name];
  return typeof may === 'string' || (may as readonly Role[]).some((role) => roles.includes(role));
};

/** Whether the person at work may make a call: what they may not do is not offered. */
export function useMay(name: CallName): boolean {
  const session = useSession();
  return mayCall(session.data?.person.roles ?? [], name);
}
