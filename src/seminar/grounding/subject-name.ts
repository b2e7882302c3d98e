/** What goes badly in these names a way of working, not what stands before it. */
const NAMED_BY_AILMENT: readonly (readonly [RegExp, (before: string, ailing: string) => string])[] =
  [
    [/^不[愿敢想]意?\S{2,}$/u, (before, ailing) => before + ailing.replace(/^不[愿敢想]意?/u, '')],
    [/^对不[上口]|^不对[口路]/u, (before) => `${before}衔接`],
    [/脱节|两张皮/u, (before) => `${before}结合`],
    [/缺课|缺勤|迟到|早退|玩手机/u, (before) => `${before}管理`],
    [/请客|吃请|送礼|聚餐|喝酒/u, (before) => `${before.replace(/之间$/u, '')}管理`],
    [/走不开|派不出|没时间/u, takingPart],
    [/重$/u, (before) => before.replace(/负担$/u, '减负')],
  ];
/** Said in one character, too short to ask about. */
const LONGER: readonly (readonly [RegExp, string])[] = [
  [/^课(?=没人|听|[难多少差散])/u, '课堂教学'],
  [/^会(?=[多长])/u, '会议'],
];

/**
 * What is worked on, as a noun that can be asked about: of 学用脱节, 学用 is none, nor is 学完回去 of
 * 学完回去用不上, nor 单位 of 单位走不开.
 *
 * @param subject what stands before the ailing words, or the whole where nothing does
 */
export function nameOf(subject: string, ailing: string): string {
  const longer = LONGER.find(([pattern]) => pattern.test(subject));
  if (longer !== undefined) return longer[1];
  const named = NAMED_BY_AILMENT.find(([pattern]) => pattern.test(ailing));
  if (named !== undefined && !subject.includes(ailing)) return named[1](subject, ailing);
  if (/^学[完了过]/u.test(subject)) return '学用结合';
  // What is few or many is not the number but what is counted.
  return subject
    .replace(/(?<=\S{2})(?:次数|频次|人次)$/u, '')
    .replace(/^(?:多头|重复)(?=\S{2})/u, '');
}

function takingPart(who: string): string {
  if (/[训学]$|学习|培训/u.test(who)) return who;
  return `${/^单位$/u.test(who) ? '干部' : who}参训`;
}
