import type { Shelf, Shelved } from '../materials/shelf.ts';

const NOT_HERE =
  '演示中只能查看资料，不能上传和改动。正式使用时，请由运维邀请管理员（people invite --role admin），登录以后办理。';

/** The materials of the house, to look at: made-up people change nothing that answers are made from. */
export function lookOnly({ list, find, reading, file }: Shelf): Shelf {
  const refuse = async (): Promise<Shelved> => ({ kind: 'refused', problem: NOT_HERE });
  return {
    ...{ list, find, reading, file },
    ...{ add: refuse, change: refuse, discard: refuse, join: refuse, submit: refuse },
    ...{ giveBack: refuse, approve: refuse, retire: refuse },
  };
}
