import { useRead } from '#renderer/app/host.tsx';

/** Under which name a form about a concern keeps what is typed in it. */
export const tellingName = (id: string): string => `tell ${id}`;
export const answeringName = (id: string): string => `answer ${id}`;

/** Which of the forms of several boxes somebody began and has not sent, as it was when the page opened. */
export function useBegunForm(id: string): 'tell' | 'answer' | undefined {
  const kept = useRead('preferences.get', {}).data;
  if (kept?.[`form:${tellingName(id)}`]) return 'tell';
  return kept?.[`form:${answeringName(id)}`] ? 'answer' : undefined;
}
