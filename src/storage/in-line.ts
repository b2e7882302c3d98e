/** Those who want the same one after another, in the order in which they came. */
export interface Line {
  /** Settles when it is one's turn. */
  enter(): Promise<void>;
  leave(): void;
}

/** A promise that all wait for would wake all of them each time that one is let in. */
export function createLine(onEmpty: () => void = () => {}): Line {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  return {
    enter: async () => {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve));
      isTaken = true;
    },
    leave: () => {
      const next = waiting.shift();
      if (next !== undefined) return next();
      isTaken = false;
      onEmpty();
    },
  };
}
