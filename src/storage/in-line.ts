/** Those who want the same one after another, in the order in which they came. */
export interface Line {
  /** Settles when it is one's turn; the urgent come before all others. */
  enter(isUrgent?: boolean): Promise<void>;
  leave(): void;
}

/** A promise that all wait for would wake all of them each time that one is let in. */
export function createLine(onEmpty: () => void = () => {}): Line {
  const waiting: (() => void)[] = [];
  const urgent: (() => void)[] = [];
  let isTaken = false;
  return {
    enter: async (isUrgent = false) => {
      const ahead = isUrgent ? urgent : waiting;
      if (isTaken) await new Promise<void>((resolve) => ahead.push(resolve));
      isTaken = true;
    },
    leave: () => {
      const next = urgent.shift() ?? waiting.shift();
      if (next !== undefined) return next();
      isTaken = false;
      onEmpty();
    },
  };
}
