/** Words that say the opposite of each other, the two sides of each row. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/新设|设立|成立/u, /撤销|撤并|关闭|停办/u],
  [/联合|共同|合作/u, /单独|独自|各自/u],
  [/网络|线上|在线/u, /线下|面授/u],
  [/加大|加强|增加|扩大|提高|提升|增强/u, /减少|核减|减小|缩小|降低|削减|压缩|削弱|减轻/u],
  [/加快|提前/u, /放慢|推迟|放缓/u],
  [/短期/u, /长期/u],
  [/(?<!不)定期/u, /不定期/u],
  [/集中/u, /分散/u],
  [/在职|业余/u, /脱产|离职/u],
  [/必修/u, /选修/u],
  [/训前|事前/u, /训后|事后/u],
  [/上级/u, /下级/u],
  [/严格|严肃|从严/u, /放宽|从宽|宽松|从轻/u],
  [/公开/u, /保密|不公开/u],
  [/主要负责同志|正职/u, /分管负责同志|副职/u],
  [/党内/u, /党外/u],
  [/统一/u, /自行|分级|分别/u],
];

/** Words of a claim that the source does not hold and whose opposite it holds. */
export function oppositesIn(claim: string, source: string): string[] {
  return OPPOSITES.flatMap(([one, other]) => [turned(one, other), turned(other, one)]).flatMap(
    (find) => find(claim, source) ?? [],
  );
}

function turned(stated: RegExp, opposite: RegExp) {
  return (claim: string, source: string): string | null => {
    const found = stated.exec(claim)?.[0];
    const isTurned = found !== undefined && !stated.test(source) && opposite.test(source);
    // What names both sides, or denies the one, sets them against each other and turns nothing.
    return isTurned && !opposite.test(claim) ? found : null;
  };
}
