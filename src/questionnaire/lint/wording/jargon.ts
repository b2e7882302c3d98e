import type { Questionnaire } from '../../questionnaire.ts';
import { plainOf } from '../asked.ts';
import type { ItemRule } from '../rule.ts';

/** Capital letters that cadres read every day. */
const EVERYDAY = new Set(
  'APP PPT WORD EXCEL WPS AI QQ WIFI PDF IT GDP OFFICE U VR AR OA ID TV DVD MP3 MP4 WEB H5 BBS CPU USB DEEPSEEK CHATGPT CCTV PC PAD IPAD LED N NA OK SCI A B C D E F'.split(
    ' ',
  ),
);
const LATIN = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-+&/][A-Za-z0-9]+)*(?![A-Za-z0-9])/gu;

/** Terms of training and management that people outside of them do not know; own judgement. */
const TERMS =
  /柯氏(?:四级)?(?:评估)?(?:模型|法)?|柯克帕特里克|翻转课堂|慕课|私播课|微格教学|世界咖啡|团体列名(?:法)?|六顶思考帽|四副眼镜|鱼骨图|焦点讨论法|胜任力(?:素质)?模型|胜任素质模型|冰山模型|洋葱模型|教练技术|引导技术|促动技术|引导术|双师课堂|双师模式|项目制学习|建构主义|元认知|心智模式|认知负荷|布鲁姆|学习迁移|训后迁移|迁移率|转化率|训战结合|数字孪生|知识图谱|颗粒度|底层逻辑|赛道|飞轮|私域|中台|链路|心流|刻意练习|最近发展区|脚手架|形成性评价|终结性评价|增值评价|信度|效度|加权差距|需求差距值|象限分析|反应层|行为层|元宇宙|沉浸式剧本杀|剧本杀|游戏化学习|同侪|同伴教练|敏捷(?:学习|迭代|治理)|泛在学习|碎片化微课|微认证|学习画像|人才九宫格|九宫格|平衡计分卡|德尔菲法?|标杆管理|私董会|复盘画布|商业画布|双因素理论|路径依赖|帕累托|奥卡姆|第一性原理|长尾效应|熵/gu;

export const JARGON: ItemRule = {
  name: '术语未解释',
  check: (asked, questionnaire) => {
    if (asked.type === 'section') return [];
    const words = [asked.text, ...asked.options].join('\n').replace(/https?:\S+|\S+@\S+/gu, '');
    const terms = [
      ...[...words.matchAll(LATIN)].map(([term]) => term).filter((term) => !isEveryday(term)),
      ...[...words.matchAll(TERMS)].map(([term]) => term),
    ];
    const unknown = [...new Set(terms)].filter(
      (term) =>
        !isExplained(term, `${words}\n${asked.hint}`, asked.hint) &&
        !isExplainedBefore(term, questionnaire),
    );
    if (unknown.length === 0) return [];
    const list = unknown.slice(0, 4).join('”“');
    return [
      {
        message: `“${list}”不是人人都懂，不懂的人只能猜。`,
        mend: `在词后用括号写明意思，例如“${unknown[0]}（……）”，或者换成平常的说法。`,
      },
    ];
  },
};

function isEveryday(term: string): boolean {
  return (
    term.length < 2 ||
    term
      .toUpperCase()
      .split(/[-+&/]/u)
      .every((part) => EVERYDAY.has(part) || part === '')
  );
}

/** With its meaning in brackets, or told by 即、是指; or given in brackets after its Chinese name. */
function isExplained(term: string, words: string, hint: string): boolean {
  const name = term.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
  return (
    new RegExp(
      `${name}[”"]?\\s*(?:\\([^()]{3,}\\)|,?(?:即|也就是|是指|指的?是|就是|是一种|指(?![标数南挥导引])))`,
      'u',
    ).test(words) ||
    new RegExp(
      `[\\u4e00-\\u9fff]{3,}\\s*\\((?:[^()]{0,12}[\\s,、])?${name}[^()]{0,20}\\)`,
      'u',
    ).test(words) ||
    new RegExp(`\\([^()]*(?:简称|英文|缩写)[^()]*${name}[^()]*\\)`, 'u').test(words) ||
    (hint.includes(term) && /即|指|是|就是|:/u.test(hint))
  );
}

function isExplainedBefore(term: string, { introduction, items }: Questionnaire): boolean {
  const told = [introduction, ...items.slice(0, 100).flatMap(({ text, hint }) => [text, hint])];
  return told.some((words) => words.includes(term) && isExplained(term, plainOf(words, 400), ''));
}
