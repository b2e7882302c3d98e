const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

/** Null where a survey may be open between two instants; else what is wrong with its closing. */
export function problemOfPeriod(opensAt: Date, closesAt: Date, now: Date): string | null {
  if (closesAt <= now) return '截止时间已经过去了。请写以后的时间。';
  const open = Math.max(opensAt.getTime(), now.getTime());
  if (closesAt <= opensAt) return '截止时间不晚于开始时间。请把截止时间改晚一些。';
  if (closesAt.getTime() - open < HOUR_MS) {
    return '从开始到截止至少要有一个小时，好让人来得及填写。请把截止时间改晚一些。';
  }
  if (closesAt.getTime() - open > LONGEST_DAYS * DAY_MS) {
    return '从开始到截止最长一年。请核对年份，把截止时间改早一些。';
  }
  return null;
}
