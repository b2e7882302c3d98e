import { parseNumeral } from '../../../text/numerals.ts';
import type { Asked } from '../asked.ts';
import type { Fault, ItemRule } from '../rule.ts';

/** One screen of a phone with its options; own judgement. */
const LONGEST = 90;
const FARTHEST = 5;

const NOT =
  '(?<![愿同想会能可应需希要该认是])(?:没有必要|不(?:同意|赞成|认为|觉得|支持|愿意|希望|应该?|应当|宜|反对|认同|赞同|会|想|能|可以|需要|主张|建议)|反对|否认|并非|不是(?!很))';
const NOT_AGAIN =
  '(?:不(?![同断仅但久]|少于|动产)|(?<!从)未(?!来)|没有|取消|禁止|无法|缺乏|拒绝|反对|减少|停止|非(?!常|公|遗|物质))';
const DOUBLE_NEGATIVE = new RegExp(
  `不(?:得|能|可|会|应)不|不无(?!关)|并非(?:没有|不)|没有不|未必不|无不|${NOT}[^,。?、;]{0,14}${NOT_AGAIN}`,
  'u',
);

export const NEGATIVE_TWICE: ItemRule = {
  name: '双重否定',
  check: ({ text, type, options }) => {
    if (type === 'section') return [];
    // What is quoted is denied with the rest: 不同意“可以不参加”.
    const found = DOUBLE_NEGATIVE.exec(text.replace(/[“”"「」]/gu, ''))?.[0];
    if (found !== undefined) {
      return [
        {
          message: `“${found}”否定了两次，选“是”还是“否”容易弄反。`,
          mend: '改成肯定的说法，例如“您是否同意保留……”。',
        },
      ];
    }
    const option = options.find((one) => /(?:不是|并非|没有)不(?!适|同|足)/u.test(one));
    if (option === undefined) return [];
    return [{ message: `选项“${option}”否定了两次，容易看反。`, mend: '改成肯定的说法。' }];
  },
};

const ABSOLUTE =
  /(?:所有|全部|一切|每一?[位名个次门项])[^,。?]{0,14}(?:都|均|皆|是否|吗)|(?:是否|能否)[^,。?]{0,8}(?:所有|全部|一切|任何|每一?[位名个次门项]|每次|完全|总(?![结体的计数量分要部共]))|总是|从来(?:都|不|没)?|从不|从未|一律|永远|绝对|百分之百|100%|无一例外|毫无例外|每次都|是否[^,。?]{0,6}每[天日周月]都?|每[天日周月]都[^,。?]+吗|凡是|唯一|毫无|一定(?:会|能|要)|任何[^,。?]{0,8}都|始终都|一直(?:都|以来都)|完全[^,。?]{2,10}吗/u;
const NOT_ABSOLUTE =
  /下列|以下|上述|请(?:对|就|给)|从不.{0,4}总是|总是.{0,4}从不|任何(?:意见|建议|问题|想法)|以来|[1-5]分?[=:]|表示|未参加|从未参加/u;

export const ABSOLUTE_WORDS: ItemRule = {
  name: '绝对化用语',
  check: ({ bare, type }) => {
    if (type === 'section' || type === 'text') return [];
    const found = ABSOLUTE.exec(bare)?.[0];
    if (found === undefined || NOT_ABSOLUTE.test(bare)) return [];
    return [
      {
        message: `“${found}”说得太满，有一次例外的人就只能答“否”，结果没有用处。`,
        mend: '去掉说满的词，改问次数、比例或者程度。',
      },
    ];
  },
};

export const TOO_LONG_QUESTION: ItemRule = {
  name: '题干过长',
  check: ({ item, type }) => {
    const count = [...item.text.trim()].length;
    if (type === 'section' || count <= LONGEST) return [];
    return [
      {
        message: `题干有 ${count} 字，读到后面忘了前面。`,
        mend: `缩到 ${LONGEST} 字以内，背景和说明移到提示或者段落说明里。`,
      },
    ];
  },
};

const LONG_AGO =
  /(?:近|最近|过去|前|以往)(?:的)?(\d{1,2}|[一二三四五六七八九十两]{1,3})(?:多)?年/gu;
const SINCE = /(?:参加工作|入职|从业|毕业|入党|有生)以来|上世纪|小时候|学生时代/u;
const COUNTS = /多少|几[次门天个期]|总(?:学时|次数|天数)|累计|名称|主题|哪些|哪几/u;

export const FAR_RECALL: ItemRule = {
  name: '回忆过远',
  check: ({ bare, type }) => {
    if (type === 'section') return [];
    const far = [...bare.matchAll(LONG_AGO)].find(
      ([, years = '']) => (parseNumeral(years) ?? 0) > FARTHEST,
    );
    const since = SINCE.exec(bare);
    const isCounted = type === 'number' || COUNTS.test(bare) || type === 'multiple';
    const words =
      far?.[0] ??
      (since !== null &&
      isCounted &&
      !/年限|几年|多少年|年数|工龄|工作过|任过|担任过|任职/u.test(bare)
        ? since[0]
        : undefined);
    if (words === undefined) return [];
    return [
      {
        message: `“${words}”隔得太久，记不清的人只能估计。`,
        mend: '缩短到近一年或者近两年；更早的情况查培训档案。',
      },
    ];
  },
};

const VAGUE_OFTEN =
  /(?<!需要|必须|得)(?:是否|会不会|有没有|会)?(?:经常|时常|常常|有时|偶尔)[^,。?]*(?:吗|\?|$)/u;
const NO_TIME =
  /(?:参加|接受|组织|外出|听)(?:过)?[^,。?]{0,10}(?:多少|几)[次门天个期]|(?:参加|接受)(?:过)?[^,。?]{0,10}的?(?:次数|天数|学时)/u;
const TIME =
  /年|月|周|季|以来|任职|期间|本次|本期|至今|每|学期|希望|期望|计划|愿意|适宜|合适|认为|需要|入职|近期内|平均|应/u;
const SAYS_NOTHING =
  /^(?:(?:您|你)?(?:的|对培训的?|觉得|认为)?(?:看法|想法|意见|感受|感觉|怎么样|如何|情况|培训|情况如何|评价)(?:是什么|如何|怎么样|呢)?|其[他它]|备注|说明|(?:您|你)?(?:觉得|认为)?(?:培训|学习|课程|工作)(?:情况)?(?:怎么样|如何|呢)?|(?:请)?(?:谈谈|说说|写写|简述)(?:一下)?(?:您的)?(?:感想|看法|想法|体会|意见|情况|感受)|(?:您|你)?(?:怎么看|怎么想|有何看法|有什么看法))[?。:]*$/u;

export const UNCLEAR: ItemRule = {
  name: '提问不明确',
  check: (asked) => {
    const fault = unclearIn(asked);
    return fault === null ? [] : [fault];
  },
};

function unclearIn({ bare, type, shape, item, text }: Asked): Fault | null {
  if (type === 'section') return null;
  if (text === '') {
    return { message: '没有写题目。', mend: '补上题目，一道题只问一件事。' };
  }
  if (type !== 'scale-pair' && SAYS_NOTHING.test(bare)) {
    return {
      message: `“${item.text.trim()}”没有说清问的是什么，各人会答各人的。`,
      mend: '写明问的是哪件事的哪一方面，例如“您对本次培训课程内容的满意程度”。',
    };
  }
  const often = VAGUE_OFTEN.exec(bare)?.[0];
  if (often !== undefined && (shape === 'yes-no' || shape === 'none') && type === 'single') {
    return {
      message: `“${often}”里的“经常”“有时”各人理解不同。`,
      mend: '改问一段时间里的次数，例如“近一年您参加过几次”，选项分档。',
    };
  }
  const counted = NO_TIME.exec(bare)?.[0];
  if (counted !== undefined && !TIME.test(text)) {
    return {
      message: `“${counted}”没有写明是哪一段时间。`,
      mend: '写明时间范围，例如“近两年”。',
    };
  }
  return null;
}
