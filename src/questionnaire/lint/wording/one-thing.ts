/** One number or one division of both is asked for. */
export const TAKEN_TOGETHER =
  /^[^,。?]{2,14}(?:一共|总共|共计|合计|加起来|(?:怎样|如何|怎么)(?:分配|搭配))/u;

/** 在学习和工作中, 对党政机关和事业单位的…: where or for whom, and not what is judged. */
export function isPlaceOrCircumstance(left: string, right: string): boolean {
  return (
    /在[^,]{1,10}$/u.test(left) && /^[^,的]{1,8}(?:中|里|上|时|方面|期间)(?!的|面)/u.test(right)
  );
}

/** 行政复议与行政诉讼, 组织群众和发动群众: of one field, taught together. */
export function isOneField(left: string, right: string): boolean {
  const one = lastPhrase(left);
  if (one.length !== 4 || right.length !== 4) return false;
  return one.slice(0, 2) === right.slice(0, 2) || one.slice(2) === right.slice(2);
}

/** 在突发事件中与媒体打交道, 与群众面对面沟通: whom one deals with, and no second thing. */
export function isWith(left: string, right: string, joint: string): boolean {
  if (!/^[和与同]$/u.test(joint)) return false;
  return (
    /(?:^|[中里上后前]|(?<![课学])时|(?<!时|空|房)间|日常)$/u.test(left) ||
    /^[^,的]{1,8}(?:打交道|沟通|交流|交往|对话|接触|谈心|相处|见面|合作|讨论)/u.test(right)
  );
}

/** 法治思维和法治方式, 系统观念和系统方法: one idea, of thinking and of doing. */
const WAY_OF = /^(?:思维|方式|观念|方法|理念|精神|意识|素养|原则|知识|能力|思想|作风|本领|信仰)$/u;
export function isOneIdea(one: string, other: string): boolean {
  const [idea, second] = [one.slice(0, -2), other.slice(0, -2)];
  if (idea !== second || /教学|培训|授课|课程|管理|学习/u.test(idea)) return false;
  return WAY_OF.test(one.slice(-2)) && WAY_OF.test(other.slice(-2));
}

export function lastPhrase(left: string): string {
  return (
    left
      .split(
        /的|是否|能否|有没有|是不是|提高了?|增强了?|对于?|您|关于|在|认为|觉得|本次|本期|此次|希望|提供|安排|和|与|、|及/u,
      )
      .at(-1)
      ?.trim() ?? ''
  );
}

export function firstPhrase(right: string): string {
  return (
    right
      .split(/的|是否|如何|怎|等|是(?!非)|有(?!效)|对|能(?!力)|可|和|与|、|及|[?]/u)[0]
      ?.trim() ?? ''
  );
}
