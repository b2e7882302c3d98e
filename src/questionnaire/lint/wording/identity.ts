import type { Asked } from '../asked.ts';
import type { ItemRule } from '../rule.ts';
import { ASKED_AT_ALL, POST, WRITTEN_OUT } from './identity-words.ts';

const EXACT_AGE = /(?:您|你)?的?(?:实际|具体)?(?:年龄|周岁)(?!段|层|结构|范围|区间)/u;
const DENIED = /(?:不|无需|勿|无须|不必|不用|请不要|不要|避免|不会|免)[^,。;]{0,10}$/u;
const OF_OTHERS = /(?:教师|老师|讲师|专家|主讲人|授课人|课程|单位领导人?)的?(?:[^,。]{0,4})$/u;

export const IDENTITY: ItemRule = {
  name: '询问身份',
  check: (asked) => {
    if (asked.type === 'section') return [];
    const words =
      wordsIn(asked, asked.text) ?? wordsIn(asked, asked.hint) ?? exactAge(asked) ?? postOf(asked);
    if (words === null) return [];
    return [
      {
        message: `“${words}”能认出是谁填的，问卷就不再匿名。`,
        mend: /年龄|周岁/u.test(words)
          ? '改成分档的单选题：30岁及以下、31—40岁、41—50岁、51岁及以上。'
          : '删去这道题；需要分组比较的，改问层级、岗位类别或者年龄段，用分档的选项。',
      },
    ];
  },
};

function wordsIn(asked: Asked, text: string): string | null {
  const isWritten = asked.type === 'text' || asked.type === 'number';
  const patterns = isWritten ? [ASKED_AT_ALL, WRITTEN_OUT] : [ASKED_AT_ALL];
  for (const pattern of patterns) {
    for (const found of text.matchAll(pattern)) {
      const before = text.slice(0, found.index);
      if (DENIED.test(before)) continue;
      if (/姓名|照片/u.test(found[0]) && OF_OTHERS.test(before)) continue;
      return found[0].replace(/[?:_]+$/u, '');
    }
  }
  return null;
}

function exactAge({ type, bare }: Asked): string | null {
  if (type !== 'number' && type !== 'text') return null;
  return EXACT_AGE.exec(bare)?.[0].replace(/^的/u, '') ?? null;
}

/** 您的职务: 党委书记、镇长: each is one person. */
function postOf({ bare, options }: Asked): string | null {
  const asks = /职务(?!层次|级别|层级|类别)|职位/u.exec(bare)?.[0];
  const posts = options.filter((option) => POST.test(option));
  return asks !== undefined && posts.length >= 2 ? asks : null;
}
