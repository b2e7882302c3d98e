import type { Asked } from '../asked.ts';
import type { ItemRule } from '../rule.ts';

const WHO =
  /姓名|(?:您|你)的?(?:直接|直属|顶头|分管|主管)?(?:上级|领导|主管|负责人|导师)(?:是谁|是哪位|叫)|您是[^,。?]{0,6}哪一?位|姓氏|联系(?:地址|人)|叫什么|(?:职工|员工|人员|干部|警员)编号|(?:您|你|本人|真实)的?(?:名字|大名)|尊姓大名|如何称呼|工号|警号|职工号|员工号|学员编号|学号|人员编号|身份证|证件号|护照|社保卡?号|手机号|(?:您|你|本人|联系|办公)的?(?:手机|电话)|联系电话|电话号码|(?:您|你|本人)的?(?:[^,。?希望]{0,4})?联系方式|(?:留下|填写|提供)[^,。?]{0,8}(?:联系方式|电话|手机|微信|邮箱)|微信号|微信昵称|QQ号?|电子邮[箱件]|(?:您|你|本人)的?(?:[^,。?]{0,4})?邮箱|邮箱地址|(?:家庭|现)住址|住址|家庭地址|通讯地址|详细地址|出生(?:年月日?|日期|年份|月份|时间|年)|生日|车牌|人脸|指纹|(?:上传|您的|本人)[^,。?]{0,4}照片|签名|签字|署名|实名|银行卡|工资卡/gu;
const WHO_EXACTLY =
  /具体职务|单位[^,。;]{0,4}(?:和|及|与|、|以及)[^,。;]{0,6}职务|职务全称|(?:单位|部门|处室|科室)(?:名称|全称)?(?:和|及|与|、|以及|\+)(?:您的|具体)?(?:职务|姓名|岗位)|单位(?:的)?(?:名称|全称)|(?:入党|任职|入职|参加工作|任现职)(?:的)?(?:具体)?(?:日期|年月)|(?:处室|科室|部门)的?(?:名称|全称)|(?:哪个|哪一?)(?:具体)?(?:处室|科室)/gu;
/** Written out it is one person's; chosen from 处级 or 科级 it is a band. */
const POST = /现任职务(?!层次|级别|的?时间|的?年)/gu;
/** What only a person writes out; where it is chosen from bands it tells little. */
const WRITTEN =
  /单位(?:名称)?(?:和|及|与|、|以及)(?:所在)?(?:科室|处室|部门)|(?:您|你)?(?:的)?(?:工作单位|所在单位|单位)(?:是|为)?(?:什么|哪里|哪个|哪家)?[?:_]*$|(?:您|你)(?:现在)?(?:的|担任的|所任)?(?:职务)(?:是|为)?(?:什么)?[?:_]*$/gu;
/** What has a number, a code or an address that is one person's own. */
const HOLDERS =
  '学籍|学员证?|座机|准考证?|考生|工作证|员工|职工|干部|人员|人事|档案|证书|结业证书?|毕业证书?|车牌|门牌|工位|座位|房间|宿舍|账户?|登录|党员|执法证?|饭卡|一卡通|门禁|微信|手机|电话|办公电话|办公室电话|联系|身份证?|护照|社保|医保|公积金|银行卡|军官证|警官证|警|工|学|证件|驾驶证|系统账户?';
const NUMBERED_PERSON = new RegExp(
  `(?<!培训)(?:${HOLDERS})(?:的)?(?:编号|编码|号码|代码|号)`,
  'gu',
);
/** 您的公务员登记号: whatever the number is of. */
const OWN_NUMBER =
  /(?:您|你|本人)的[^,。?]{1,8}(?:编号|编码|号码|证号|登记号|代码|号)(?=[:?_(]|$)/gu;
const OWN_GROUP =
  /(?:支部|党委|党组|村|社区|企业|学校|科室|班级)的?(?:具体)?(?:名称|全称)|党内职务|籍贯/gu;
const EXACT_DAY =
  /(?:哪年哪月|何年何月|几几年几月)(?:[哪几何][日号天])?[^,。?]{0,4}(?:参加工作|入职|入党|出生|任职|提任|到岗)/gu;
const OWN_PLACE =
  /(?:您|你|本人)的?(?:工位|座位|宿舍|房间|办公室)(?:在|是|号|位于|门牌)|(?:微信|QQ|钉钉|政务微信|粤政易|浙政钉)(?:号|昵称|账号|名)|(?:座机|车牌|邮箱|电子签名|手写签名|签名|签章|指纹|昵称)(?!.{0,6}(?:通知|送达|形式|方式))/gu;
/** 您是哪个乡镇的党委书记: there is one. */
const ONE_OF_ITS_KIND =
  /(?:您|你)(?:是|在)哪一?个?(?:乡镇|镇|乡|街道|村|社区|单位|部门|局|科室|处室|股室|学校|企业|支部)(?:的|工作|任职|担任)?/gu;
const EXACT_AGE = /(?:您|你)?的?(?:实际|具体)?(?:年龄|周岁)(?!段|层|结构|范围|区间)/u;
const DENIED = /(?:不|无需|勿|无须|不必|不用|请不要|不要|避免|不会|免)[^,。;]{0,10}$/u;
const OF_OTHERS = /(?:教师|老师|讲师|专家|主讲人|授课人|课程|单位领导人?)的?(?:[^,。]{0,4})$/u;

export const IDENTITY: ItemRule = {
  name: '询问身份',
  check: (asked) => {
    if (asked.type === 'section') return [];
    const words = wordsIn(asked, asked.text) ?? wordsIn(asked, asked.hint) ?? exactAge(asked);
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
  const patterns = isWritten
    ? [
        WHO,
        NUMBERED_PERSON,
        WHO_EXACTLY,
        POST,
        WRITTEN,
        OWN_NUMBER,
        OWN_GROUP,
        EXACT_DAY,
        OWN_PLACE,
        ONE_OF_ITS_KIND,
      ]
    : [WHO, WHO_EXACTLY];
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
