import { create } from 'zustand';

/** The draft that was put aside last in this window, so that it can be brought back at once. */
export const useDiscarded = create<{ id: string | null; name: string }>(() => ({ id: null, name: '' }));
