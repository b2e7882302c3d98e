import { readdir } from 'node:fs/promises';
import type { Speaker } from '../../src/conversation/incoming.ts';
import { type House, makeHouse } from './house.ts';
import { makeSmallCorpus } from './small-index.ts';
import type { Heard, Talk } from './talk.ts';

/** Rules as somebody sends them: they say who issued them, their number, and from when they hold. */
export const LEAVE = [
  '某市委组织部关于学员请假管理的规定',
  '某组发〔2027〕3号',
  '第一条 学员请假须书面申请。',
  '第二条 请假三天以内的，由班主任批准。',
  '第三条 请假超过三天的，由组织员批准。',
  '本规定自2027年5月1日起施行。',
].join('\n');

export const LEAVE_ANEW = LEAVE.replace('〔2027〕3号', '〔2027〕8号')
  .replace('三天以内', '两天以内')
  .replace('超过三天', '超过两天')
  .replace('2027年5月1日', '2027年6月1日');

/** Says neither who issued it nor which edition it is. */
export const BARE = ['结业考核办法', '第一条 结业考核分为笔试和答辩。'].join('\n');

/** A house with a folder of materials of its own, two administrators and a trainer. */
export interface MaterialHouse extends House {
  /** File names in the folder of the materials. */
  files(): Promise<readonly string[]>;
  /** Sends a file as somebody, without a word before it. */
  upload(who: string, name: string, content: string | Uint8Array): Promise<Heard>;
  /** Has `wang` send and submit a file, and `li` approve it. */
  approve(name: string, content: string): Promise<Heard>;
}

export async function makeMaterialHouse(
  settings: Readonly<Record<string, string>> = {},
): Promise<MaterialHouse> {
  const corpus = await makeSmallCorpus();
  const house = await makeHouse({ GANXUN_ZONE: 'Asia/Shanghai', ...settings }, corpus.path);
  await house.add('wang', 'admin');
  await house.add('li', 'admin');
  await house.add('zhao', 'trainer', 'trainer');
  await house.add('sun', 'learner', 'learner');
  const talks = new Map<string, Talk>();
  const talk = async (id: string, changes: Partial<Speaker> = {}) => {
    const key = `${id} ${JSON.stringify(changes)}`;
    const found = talks.get(key) ?? (await house.talk(id, changes));
    talks.set(key, found);
    return found;
  };
  const upload: MaterialHouse['upload'] = async (who, name, content) =>
    (await talk(who)).send(name, content);
  return {
    ...house,
    talk,
    upload,
    files: async () => (await readdir(corpus.path)).sort(),
    approve: async (name, content) => {
      const wang = await talk('wang');
      let heard = await upload('wang', name, content);
      const join = heard.blocks
        .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
        .find(({ label }) => label.startsWith('作为'));
      if (join !== undefined) heard = await wang.tap(join);
      await wang.tap(heard.button('提交审核'));
      const li = await talk('li');
      const list = await li.say('资料管理');
      const first = list.blocks.find((block) => block.kind === 'buttons');
      if (first?.kind !== 'buttons' || first.buttons[0] === undefined) throw new Error(list.text);
      const page = await li.tap(first.buttons[0]);
      return li.tap((await li.tap(page.button('审核'))).button('批准'));
    },
    close: async () => {
      await house.close();
      await corpus.remove();
    },
  };
}
