/** Keeps one chat from taking up all that is dealt with at once. */
export interface Crowd {
  /** `first-too-many`: the one that is told; those after it are passed over without a word. */
  enter(chat: string): 'in' | 'first-too-many' | 'too-many';
  /** For each that got in. */
  leave(chat: string): void;
}

export function createCrowd(mostOfAChat: number): Crowd {
  const waiting = new Map<string, number>();
  const told = new Set<string>();
  return {
    enter: (chat) => {
      const count = waiting.get(chat) ?? 0;
      if (count < mostOfAChat) {
        waiting.set(chat, count + 1);
        return 'in';
      }
      if (told.has(chat)) return 'too-many';
      told.add(chat);
      return 'first-too-many';
    },
    leave: (chat) => {
      const count = (waiting.get(chat) ?? 1) - 1;
      if (count > 0) {
        waiting.set(chat, count);
        return;
      }
      waiting.delete(chat);
      told.delete(chat);
    },
  };
}
