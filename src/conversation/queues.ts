/** Runs tasks of one key one after another, in the order in which they came. */
export type InTurn = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;

export function createQueues(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(task, task);
    last.set(key, mine);
    const leave = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
}
